import type { Step, Workflow } from './workflow.ts';

/** Open asks that lead nowhere from a state, `closed` too: no step from there is fired by what they are answered, or by silence. */
export const withdrawnAt = ({ steps }: Pick<Workflow, 'steps'>, state: string, open: readonly string[]): string[] =>
  open.filter((ask) => !steps.some((step) => waitsForAsk(step, state, ask)));

const waitsForAsk = ({ trigger, from }: Step, state: string, ask: string): boolean =>
  'ask' in trigger && trigger.ask === ask && from.includes(state);
