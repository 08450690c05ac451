import type { Ask, Asked } from '../ask/ask.ts';
import { isSame } from '../workflow/people-of.ts';

/**
 * The number of the time that an answer agrees on: the first of its own, or where all have to come the first that suits every
 * one of them by what they said last. Null: none yet; '' where there was nothing to choose.
 */
export function agreedOn({ need, of, given }: Pick<Ask, 'need' | 'of' | 'given'>, by: Asked, value: string): number | '' | null {
  if (value === '') return '';
  const mine = numbersOf(value);
  if (need !== 'all') return mine[0] ?? null;
  const suits = of.map((one) => (isSame(one, by) ? mine : numbersOf(lastOf(given, one))));
  return mine.find((number) => suits.every((numbers) => numbers.includes(number))) ?? null;
}

/** Whether everybody has said which times suit them. */
export const allHaveChosen = ({ of, given }: Pick<Ask, 'of' | 'given'>, by: Asked): boolean =>
  of.every((one) => isSame(one, by) || lastOf(given, one) !== '');

const numbersOf = (value: string): number[] => value.split(' ').flatMap((one) => (one === '' ? [] : [Number(one)]));

const lastOf = (given: Ask['given'], who: Asked): string =>
  given.findLast(({ by, state, answer }) => state === 'counted' && answer === 'accept' && isSame(by, who))?.value ?? '';
