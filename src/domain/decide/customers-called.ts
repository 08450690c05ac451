import type { Account } from '../settings.ts';
import type { Facts, Lookups, Query } from './facts.ts';
import type { Word } from './grammar/words.ts';

/** What a row of words calls a customer; addresses are no part of it. */
export const calledBy = (words: readonly Word[]): string =>
  words
    .map(({ text }) => text)
    .filter((text) => !text.includes('@'))
    .join(' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Asks the store for a customer of that name. */
export const queryFor = (words: readonly Word[]): Query | null => {
  const name = calledBy(words).toLowerCase();
  return name === '' ? null : { kind: 'account', name };
};

/** A customer by id or name; the files' win over the store's. */
export function customerCalled(name: string, settings: Facts['settings'], { accounts }: Lookups): Account | null {
  const said = name.toLowerCase();
  const inFile = settings.customers.find((one) => one.id.toLowerCase() === said || one.name.toLowerCase() === said);
  return inFile ?? accounts.get(said) ?? null;
}
