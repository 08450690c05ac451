import { Temporal } from 'temporal-polyfill';

/** A stretch of time: from its beginning up to its end, which is no part of it. Epoch ms. */
export type Span = { from: number; to: number };

/** The day that clocks of a zone show, from midnight to midnight; `before`: so many days earlier. */
export function dayOf(now: number, zone: string, before = 0): Span & { date: string } {
  const date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: before });
  const start = (day: Temporal.PlainDate): number => day.toZonedDateTime(zone).epochMilliseconds;
  return { date: date.toString(), from: start(date), to: start(date.add({ days: 1 })) };
}
