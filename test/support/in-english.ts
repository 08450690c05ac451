import { inEnglish, type Saying } from '../../src/domain/saying.ts';

/** The same with every saying as its English words. */
type InEnglish<T> = T extends Saying
  ? string
  : T extends string | number | ((...args: never[]) => unknown) | ReadonlyMap<unknown, unknown>
    ? T
    : T extends object
      ? { [Key in keyof T]: InEnglish<T[Key]> }
      : T;

/** Spells out what a command said, however deep it stands, so that a test reads as an English mail does. */
export const spelledOut = <T>(value: T): InEnglish<T> => spelled(value) as InEnglish<T>;

function spelled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Map) return value;
  if (isSaying(value)) return inEnglish(value);
  if (Array.isArray(value)) return value.map(spelled);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spelled(part)]));
}

const isSaying = (value: object): value is Saying => 'say' in value && 'of' in value;
