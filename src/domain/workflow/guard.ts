import type { Condition, Guard } from './workflow.ts';

/** What a ticket and all that is on record for it say about one fact, by its name; null: nothing. */
export type Look = (fact: string) => string | null;

/** A condition that does not hold, and how it is. */
export type Lack = { fact: string; wanted: Condition; has: string | null };

/** What of a guard does not hold; nothing: it holds. */
export const lackingOf = (guard: Guard, look: Look): Lack[] =>
  Object.entries(guard).flatMap(([fact, wanted]) => {
    const has = look(fact);
    return holds(wanted, has) ? [] : [{ fact, wanted, has }];
  });

/** Whether one condition holds for a value. What is not there is called `none`, and counts as 0. */
export function holds(condition: Condition, value: string | null): boolean {
  switch (condition.kind) {
    case 'is':
      return condition.oneOf.includes(value ?? 'none');
    case 'not':
      return !condition.oneOf.includes(value ?? 'none');
    case 'present':
      return isThere(value);
    case 'absent':
      return !isThere(value);
    case 'at-least':
      return Number(value ?? 0) >= condition.number;
    case 'at-most':
      return Number(value ?? 0) <= condition.number;
  }
}

const isThere = (value: string | null): boolean => value !== null && value !== '';

/** The same, with some values changed. */
export const withValues =
  (look: Look, values: Readonly<Record<string, string | null>>): Look =>
  (fact) =>
    Object.hasOwn(values, fact) ? (values[fact] ?? null) : look(fact);
