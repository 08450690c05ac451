import type { Finding } from '../../../domain/workflow/check/finding.ts';
import type { Entry, Workflow } from '../../../domain/workflow/workflow.ts';
import type { WorkflowInput } from '../schema/workflow/workflow.ts';
import { fieldsOf } from './fields-of.ts';
import { type Names, namesIn, type Path } from './names.ts';
import { sidesOf, tellsOf, turnOf } from './sides.ts';
import { stepOf } from './step-of.ts';
import { versionOf } from './version-of.ts';

/**
 * Makes a process of its file: groups of states and own names of sides are what they stand for from here on.
 *
 * @param lineOf where something stands, for messages to come
 */
export function workflowOf(
  input: WorkflowInput,
  lineOf: (path: Path) => number,
): { workflow: Workflow; findings: readonly Finding[] } {
  const names = namesIn(input);
  const steps = input.steps.map((step, at) => stepOf(step, ['steps', at], lineOf(['steps', at]), names));
  const entries = input.entry.map((entry, at) => entryOf(entry, ['entry', at], names));
  const { phone_confirmation, recorded_answers, replies_to_customer, billable, reopens } = input.options;
  const whole: Omit<Workflow, 'version'> = {
    name: input.workflow,
    parties: input.parties,
    fields: fieldsOf(input.fields, [...entries, ...steps]),
    checklists: input.checklists,
    entries,
    asks: mapped(input.asks, (ask, name) => ({ ...ask, of: sidesOf(ask.of, ['asks', name, 'of'], names) })),
    states: mapped(input.states, ({ waits_for, their_clock, ...state }, name) => ({
      ...state,
      ...(their_clock === undefined ? {} : { theirClock: their_clock }),
      waitsFor: turnOf(waits_for, ['states', name, 'waits_for'], names),
    })),
    steps,
    reopens,
    options: {
      ...{ phoneConfirmation: phone_confirmation, recordedAnswers: recorded_answers },
      ...{ repliesToCustomer: replies_to_customer, billable },
    },
  };
  return { workflow: { ...whole, version: versionOf(whole) }, findings: names.findings };
}

const entryOf = ({ tell, ...entry }: WorkflowInput['entry'][number], path: Path, names: Names): Entry => ({
  ...entry,
  tells: tellsOf(tell, [...path, 'tell'], names),
});

const mapped = <From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Record<string, To> => Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
