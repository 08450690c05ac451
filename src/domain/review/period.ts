import { Temporal } from 'temporal-polyfill';

/** What a review looks back on: epoch ms, the end not in it. */
export type Period = { from: number; to: number };

/** What people call the time up to now. */
export const spans = ['week', 'month', 'quarter', 'year'] as const;
export type Span = (typeof spans)[number];

/** The time up to a moment, from the beginning of the day that lies so far back on the clocks of `zone`. */
export function periodOf(span: Span, now: number, zone: string): Period {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  return { from: today.subtract(lengths[span]).epochMilliseconds, to: now };
}

const lengths: Readonly<Record<Span, Temporal.DurationLike>> = {
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};
