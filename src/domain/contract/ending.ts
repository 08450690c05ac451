import { Temporal } from 'temporal-polyfill';
import type { ContractSettings } from '../settings.ts';
import { daysBetween } from './term.ts';

type Dated = Pick<ContractSettings, 'number' | 'starts' | 'ends'>;

/** A reminder of a contract's end that is due. `keys`: what is told with it, never again. */
export type Ending = { daysLeft: number; keys: readonly string[] };

/** Days after its end in which a contract is still spoken of: what ended before the desk knew of it is no news. */
const late = 14;

/** Of a reminder so many days before the end; a renewal moves the end, and all of them come again. */
const keyOf = ({ number, ends }: Dated, days: number): string => `contract ${number} ${ends} ends ${days}`;

/** What may have been told of a contract's end. */
export const keysOfEnding = (contract: Dated, remindDays: readonly number[]): string[] =>
  remindDays.map((days) => keyOf(contract, days));

/**
 * Which reminder of a contract's end is due on a day (ISO date). Where several days went by without a look, the nearest one
 * stands for all. One that lies before the contract began is none.
 */
export function endingOf(
  contract: Dated,
  today: string,
  remindDays: readonly number[],
  told: ReadonlySet<string>,
): Ending | null {
  const daysLeft = daysBetween(today, contract.ends);
  const length = daysBetween(contract.starts, contract.ends);
  const passed = remindDays.filter((days) => daysLeft <= days && days <= length);
  if (passed.length === 0 || daysLeft < -late || today < contract.starts) return null;
  if (told.has(keyOf(contract, Math.min(...passed)))) return null;
  return { daysLeft, keys: passed.map((days) => keyOf(contract, days)) };
}

/** Whether another contract of the customer takes over where this one ends. */
export function isFollowed(contract: ContractSettings, others: readonly ContractSettings[]): boolean {
  const { ends, kind, sites, products } = contract;
  const dayAfter = Temporal.PlainDate.from(ends).add({ days: 1 }).toString();
  const isSame = (one: readonly string[], other: readonly string[]) => one.toSorted().join() === other.toSorted().join();
  return others.some(
    (one) =>
      one.kind === kind &&
      one.starts <= dayAfter &&
      one.ends > ends &&
      isSame(one.sites, sites) &&
      isSame(one.products, products),
  );
}

/** The last day of a contract that is renewed: for a year more, or as long as it ran where that was less. */
export function renewedUntil({ starts, ends }: Dated): string {
  const after = Temporal.PlainDate.from(ends).add({ days: 1 });
  const length = Temporal.PlainDate.from(starts).until(after, { largestUnit: 'months' });
  return after
    .add(length.months >= 12 ? { years: 1 } : length)
    .subtract({ days: 1 })
    .toString();
}
