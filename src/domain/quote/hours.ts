import type { TicketNo } from '../ids.ts';
import type { TimeEntry } from '../ticket.ts';
import type { Quote } from './quote.ts';
import { shareOf } from './share.ts';

/** Minutes that approved offers hold for a ticket, supplements too; null where nothing was approved. */
export function approvedMinutes(quotes: readonly Quote[], ticket: TicketNo): number | null {
  const approved = quotes.filter(({ status, offer }) => status === 'approved' && offer.kind !== 'fee');
  return approved.length === 0 ? null : approved.reduce((sum, { offer }) => sum + shareOf(offer, ticket).minutes, 0);
}

/** Shares of the approved hours that are told of, in percent. */
export const watchedShares = [80, 100] as const;

/**
 * Which of the watched shares work just passed; the highest alone where it passed both.
 *
 * @param before minutes, as `after`
 */
export function sharePassed(approved: number | null, before: number, after: number): number | null {
  if (approved === null || approved === 0) return null;
  const passed = watchedShares.filter((share) => before * 100 < share * approved && after * 100 >= share * approved);
  return passed.at(-1) ?? null;
}

/** Minutes of work of all kinds that count: those of `billable`, or all. */
export const billableMinutes = (time: readonly TimeEntry[], billable: readonly string[] | null): number =>
  time.reduce((sum, { kind, minutes }) => sum + (billable === null || billable.includes(kind) ? minutes : 0), 0);

/** Minutes by kind, the most first. */
export function minutesByKind(time: readonly TimeEntry[]): { kind: string; minutes: number }[] {
  const kinds = [...new Set(time.map(({ kind }) => kind))];
  const sum = (wanted: string): number => time.reduce((all, { kind, minutes }) => all + (kind === wanted ? minutes : 0), 0);
  return kinds.map((kind) => ({ kind, minutes: sum(kind) })).toSorted((one, other) => other.minutes - one.minutes);
}
