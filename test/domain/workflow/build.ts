import type { Does, Entry, Step, Trigger, Workflow } from '../../../src/domain/workflow/workflow.ts';

type Given = Partial<Step> & { trigger: Trigger; from: readonly string[] };

const nothing: Does = { sets: {}, asks: [], tells: [], charges: [] };

/** A command, with its first word where one is meant. */
export const command = (name: string): Trigger => {
  const [first = '', word] = name.split(' ');
  return { kind: 'command', command: first, word: word ?? null };
};

export const to = (state: string): Step['to'] =>
  state === 'same' || state === 'back' ? { kind: state } : { kind: 'state', state };

export const step = (given: Given): Step => ({
  ...{ line: 1, to: { kind: 'same' }, by: [], needs: {}, collects: [] },
  ...nothing,
  ...given,
});

export const entry = (state: string, more: Partial<Entry> = {}): Entry => ({ needs: {}, state, ...nothing, ...more });

/** A process of these states, each whose turn it is (`offered: 'customer'`). */
export function process(
  states: Readonly<Record<string, Workflow['states'][string]['waitsFor']>>,
  steps: readonly Step[],
  more: Partial<Workflow> = {},
): Workflow {
  const [first = ''] = Object.keys(states);
  const plans = Object.entries(states).map(([name, waitsFor]) => [
    name,
    { stage: `in ${name}`, status: null, group: null, clock: null, waitsFor },
  ]);
  return {
    ...{ name: 'test', version: '1', parties: {}, fields: {}, checklists: {}, entries: [entry(first)], asks: {} },
    ...{ states: Object.fromEntries(plans), steps, reopens: null },
    options: { phoneConfirmation: 'none', recordedAnswers: 'count', repliesToCustomer: [], billable: null },
    ...more,
  };
}
