import { nearest } from '../../nearest.ts';
import { plain } from '../grammar/day-names.ts';
import { namesOfValue } from './names.ts';

export type Value = { kind: 'one'; value: string } | { kind: 'none' } | { kind: 'unknown'; near: readonly string[] };

/**
 * One of several values, by its name in any shipped language or any beginning of it that only one has; words of a name may be
 * apart (`change request`). `none` empties the field.
 */
export function readValue(text: string, values: readonly string[]): Value {
  const said = plain(text).replace(/ /g, '-');
  const exact = values.find((value) => plain(value).replace(/ /g, '-') === said);
  if (exact !== undefined) return { kind: 'one', value: exact };
  if (/^(?:none|-|ninguna?|kein[es]?|aucune?|nenhuma?)$/.test(said)) return { kind: 'none' };
  const named = values.filter((value) => namesOfValue(value).includes(said));
  const begun = named.length > 0 || said === '' ? named : values.filter((value) => begins(value, said));
  const [only] = begun;
  if (only !== undefined && begun.length === 1) return { kind: 'one', value: only };
  const near =
    begun.length > 1 ? begun : nearest(said, values.flatMap(namesOfValue), 3).flatMap((name) => valueNamed(name, values));
  return { kind: 'unknown', near: [...new Set(near)] };
}

const begins = (value: string, said: string): boolean => namesOfValue(value).some((name) => name.startsWith(said));

const valueNamed = (name: string, values: readonly string[]): string[] =>
  values.filter((value) => namesOfValue(value).includes(name)).slice(0, 1);
