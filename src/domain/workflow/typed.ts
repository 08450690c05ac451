import { bareLabel } from '../sections.ts';
import type { ProcessWords } from './process-words.ts';
import type { Workflow } from './workflow.ts';

/** How the names of a process may be typed beside themselves, out of its language files. */
export type Typed = {
  /** Further names of verbs, by language. */
  verbs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** What may head a section of a mail, by field: bare labels of all languages. */
  fields: Readonly<Record<string, readonly string[]>>;
};

/** Processes that know how people spell them. It is no part of their version: other words do not make another process. */
export const withTyped = (workflows: Readonly<Record<string, Workflow>>, words: ProcessWords): Record<string, Workflow> =>
  Object.fromEntries(
    Object.entries(workflows).map(([name, workflow]) => [name, { ...workflow, typed: typedOf(workflow, words) }]),
  );

function typedOf({ name: process, steps, fields }: Workflow, words: ProcessWords): Typed {
  const verbs = steps.flatMap(({ trigger }) => (trigger.kind === 'command' ? [trigger.command] : []));
  const labelsOf = (field: string) => words.spellingsOf({ label: `fields.${field}`, process }).map(bareLabel);
  return {
    verbs: Object.fromEntries([...new Set(verbs)].map((verb) => [verb, words.namesOf(process, verb)])),
    fields: Object.fromEntries(Object.keys(fields).map((field) => [field, [...new Set(labelsOf(field))]])),
  };
}
