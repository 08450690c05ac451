import { ticketValues } from '../../../domain/workflow/ticket-values.ts';
import type { Does, FieldKind, Step, Workflow } from '../../../domain/workflow/workflow.ts';

/** The fields of a process: those declared, and those that are only collected (text) or set (counts are numbers). */
export function fieldsOf(declared: Workflow['fields'], deeds: readonly (Does & Partial<Step>)[]): Workflow['fields'] {
  const found = new Map(Object.entries(declared));
  const add = (field: string, kind: FieldKind) => {
    if (!found.has(field) && !ticketValues.has(field)) found.set(field, kind);
  };
  const counted = deeds.flatMap(({ sets }) => Object.entries(sets)).filter(([, set]) => typeof set === 'object' && set !== null);
  for (const [field] of counted) add(field, { kind: 'number' });
  for (const { collects = [], sets } of deeds)
    for (const field of [...collects.map(({ field }) => field), ...Object.keys(sets)]) add(field, { kind: 'text' });
  return Object.fromEntries(found);
}
