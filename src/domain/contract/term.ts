import { Temporal } from 'temporal-polyfill';

/** A span of whole days of some place: ISO dates, both of them in it. */
export type Term = { starts: string; ends: string };

/**
 * Where a moment stands to a term: from 00:00 of its first day to 24:00 of its last, on the clocks of `zone`.
 *
 * @param at epoch ms
 */
export function standsTo(at: number, { starts, ends }: Term, zone: string): 'before' | 'in' | 'after' {
  const today = dayOf(at, zone);
  if (today < starts) return 'before';
  return today > ends ? 'after' : 'in';
}

/** The day that a moment is of, as the clocks of `zone` show it: an ISO date. */
export const dayOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The moments a term begins and is over, epoch ms; a day has 23 to 25 hours where clocks change. */
export function momentsOf({ starts, ends }: Term, zone: string): { from: number; to: number } {
  const day = Temporal.PlainDate.from(ends).add({ days: 1 });
  return { from: startOf(Temporal.PlainDate.from(starts), zone), to: startOf(day, zone) };
}

const startOf = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds;

/** Whole days from one ISO date to another; negative where that one is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
