import { likely } from '../../likely.ts';

/** Says that a name stands for nothing, and what was probably meant. */
export function noSuch(what: string, name: string, known: readonly string[]): string {
  const meant = likely(name, known);
  const listed = known.length === 0 ? 'there is none' : `known: ${[...new Set(known)].join(', ')}`;
  return `no ${what} ${JSON.stringify(name)}${meant === null ? `; ${listed}` : `, did you mean \`${meant}\`?`}`;
}
