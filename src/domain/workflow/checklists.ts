import type { Questionnaire } from '../form/questionnaire.ts';
import type { Ticket } from '../ticket.ts';
import type { Workflow } from './workflow.ts';

type Of = { fields: Ticket['fields']; checklists: Workflow['checklists'] };

/** Items of a list, each with whether it is ticked; null where the process has no such list. */
export function checklistOf({ fields, checklists }: Of, name: string): { item: string; ticked: boolean }[] | null {
  const items = Object.hasOwn(checklists, name) ? checklists[name] : undefined;
  const ticked = fields[fieldOf(name)]?.split(' ') ?? [];
  return items?.map((item) => ({ item, ticked: ticked.includes(item) })) ?? null;
}

/** Fields of the ticket once these items of a list are ticked, and no others. */
export const withTicked = (fields: Ticket['fields'], name: string, ticked: readonly string[]): Record<string, string> => {
  const { [fieldOf(name)]: _before, ...rest } = fields;
  return ticked.length === 0 ? rest : { ...rest, [fieldOf(name)]: ticked.join(' ') };
};

/**
 * Fields of the ticket once a questionnaire was answered: an item whose answer came under its own name is seen to, and all of a
 * list are whose questionnaire bears its name and has every answer that it needs.
 */
export function withAnswered(
  fields: Ticket['fields'],
  form: Questionnaire,
  checklists: Workflow['checklists'],
): Ticket['fields'] {
  const has = (field: string): boolean => (fields[field] ?? '') !== '';
  const asked = form.questions.map(({ field }) => field);
  const isWhole = form.questions.every(({ field, optional }) => optional || has(field));
  return Object.keys(checklists).reduce((sofar, name) => {
    const sees = (item: string): boolean => (asked.includes(item) && has(item)) || (isWhole && form.name === name);
    const items = checklistOf({ fields: sofar, checklists }, name) ?? [];
    const seen = items.filter(({ item, ticked }) => ticked || sees(item)).map(({ item }) => item);
    return seen.length === 0 ? sofar : withTicked(sofar, name, seen);
  }, fields);
}

/** No field that anybody declares has a dot. */
const fieldOf = (name: string): string => `ticked.${name}`;
