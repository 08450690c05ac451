import { withdrawnAt } from '../withdrawn.ts';
import type { Does, Step, Workflow } from '../workflow.ts';
import { targetsOf } from './places.ts';

/** The states a ticket can come to, and the asks that can be open in each. */
export type Reached = ReadonlyMap<string, ReadonlySet<string>>;

/** Follows every step from every entry, whatever it needs; a reply after closing leads on from `options.reopens`. */
export function reachedFrom(workflow: Workflow): Reached {
  const reached = new Map<string, Set<string>>();
  const waiting: string[] = [];
  const arrive = (state: string, open: readonly string[]) => {
    const known = reached.get(state);
    const added = open.filter((ask) => !known?.has(ask));
    if (known !== undefined && added.length === 0) return;
    reached.set(state, new Set([...(known ?? []), ...added]));
    waiting.push(state);
  };
  for (const { state, asks } of workflow.entries) arrive(state, kept(workflow, state, asks));
  if (workflow.reopens !== null) arrive(workflow.reopens, []);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop())
    for (const step of stepsFrom(workflow, state))
      for (const target of targetsOf(workflow, step, state))
        arrive(target, openAfter(workflow, step, target, reached.get(state)));
  return reached;
}

/** Steps that a state has. */
export const stepsFrom = ({ steps }: Pick<Workflow, 'steps'>, state: string): Step[] =>
  steps.filter(({ from }) => from.includes(state));

function openAfter(workflow: Workflow, step: Step, target: string, open: ReadonlySet<string> = new Set()): string[] {
  const { trigger, asks } = step;
  const isSettled = trigger.kind === 'answer' || trigger.kind === 'expired';
  return kept(workflow, target, [...[...open].filter((ask) => !isSettled || ask !== trigger.ask), ...asks]);
}

/** Asks that are not withdrawn on arriving. */
function kept(workflow: Workflow, state: string, asks: Does['asks']): string[] {
  const gone = withdrawnAt(workflow, state, asks);
  return asks.filter((ask) => !gone.includes(ask));
}
