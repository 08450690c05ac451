import { commands } from '../../../domain/decide/commands/index.ts';
import type { Workflow } from '../../../domain/workflow/workflow.ts';

/** What a process needs words for, and the places where they may stand. */
export type Wanted = { table: string; name: string; paths: readonly string[] };

/** Everything of a process that people read. Verbs that are commands of the desk have their help already. */
export function wantedOf(workflow: Workflow): Wanted[] {
  const { states, fields, checklists, asks, parties } = workflow;
  const stages = Object.values(states).flatMap(({ stage }) => stage ?? []);
  const statuses = Object.values(states).flatMap(({ status }) => status ?? []);
  const tells = [...workflow.entries, ...workflow.steps].flatMap((one) => one.tells);
  return [
    ...wanted(
      'states',
      Object.keys(states).filter((state) => !everywhere.includes(state)),
    ),
    ...wanted('stages', stages),
    ...wanted('statuses', statuses),
    ...wanted('parties', Object.keys(parties)),
    ...wanted('fields', Object.keys(fields), 'title'),
    ...wanted(
      'verbs',
      verbsOf(workflow).filter((verb) => !commands.some(({ name }) => name === verb)),
      'help',
    ),
    ...wanted('checklists', Object.keys(checklists), 'title'),
    ...wanted('asks', Object.keys(asks), 'question'),
    ...wanted(
      'texts',
      tells.map(({ text }) => text),
      'text',
    ),
  ];
}

/** States whose words stand in `words.yaml`. */
export const everywhere: readonly string[] = ['raised', 'paused', 'closed'];

/** The commands that fire its steps. */
export const verbsOf = ({ steps }: Workflow): string[] =>
  steps.flatMap(({ trigger }) => (trigger.kind === 'command' ? [trigger.command] : []));

const wanted = (table: string, names: readonly string[], part?: string): Wanted[] =>
  [...new Set(names)].map((name) => ({
    ...{ table, name },
    paths: [`${table}.${name}`, ...(part === undefined ? [] : [`${table}.${name}.${part}`])],
  }));
