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

/** No field that anybody declares has a dot. */
const fieldOf = (name: string): string => `ticked.${name}`;
