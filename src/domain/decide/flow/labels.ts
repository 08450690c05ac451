import { type Part, valued } from '../../saying.ts';
import type { Labels } from '../../sections.ts';
import type { Step, Workflow } from '../../workflow/workflow.ts';

/** What may head a section of a mail, by the field that it is for. */
export const labelsFor = ({ collects }: Pick<Step, 'collects'>, { typed }: Pick<Workflow, 'typed'>): Labels =>
  Object.fromEntries(collects.map(({ field }) => [field, [...new Set([field, spaced(field), ...(typed?.fields[field] ?? [])])]]));

/** A heading that somebody can fill in: `What to test:`. */
export const headingOf = (field: string): string => `${field.charAt(0).toUpperCase()}${spaced(field).slice(1)}:`;

const spaced = (field: string): string => field.replace(/[-_]/g, ' ');

/** A fact as people read it: a field or a checklist of the process by its label, one that every ticket has by its word. */
export function factLabel(fact: string, { name: process, fields }: Pick<Workflow, 'name' | 'fields'>): Part {
  const [kind = '', named] = fact.split('.');
  if (kind === 'checklist' && named !== undefined) return { label: `checklists.${named}`, process };
  return fact in fields ? { label: `fields.${fact}`, process } : valued(fact);
}

/** A value of a fact as people read it: what a choice offers has a label, other words of a field stand as they were written. */
export function valueLabel(fact: string, value: string, { name: process, fields }: Pick<Workflow, 'name' | 'fields'>): Part {
  const kind = fields[fact]?.kind;
  if (kind === undefined) return valued(value);
  return kind === 'choice' ? { label: `fields.${fact}.${value}`, process } : value;
}
