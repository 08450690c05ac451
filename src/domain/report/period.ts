import { Temporal } from 'temporal-polyfill';
import type { Span } from '../digest/days.ts';

export type PeriodKind = 'week' | 'month';

/** What a report is about: whole days of a zone. `parts`: days of a week, weeks of a month, in order. */
export type Period = Span & { kind: PeriodKind; parts: readonly Span[] };

/** The last whole week (Monday to Sunday) or month before an instant, and the one before that. */
export function lastPeriod(kind: PeriodKind, now: number, zone: string): { period: Period; before: Period } {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const end = kind === 'week' ? today.subtract({ days: today.dayOfWeek - 1 }) : today.with({ day: 1 });
  const start = earlier(kind, end);
  return { period: periodOf(kind, start, end, zone), before: periodOf(kind, earlier(kind, start), start, zone) };
}

const earlier = (kind: PeriodKind, day: Temporal.PlainDate): Temporal.PlainDate =>
  kind === 'week' ? day.subtract({ days: 7 }) : day.subtract({ months: 1 });

function periodOf(kind: PeriodKind, start: Temporal.PlainDate, end: Temporal.PlainDate, zone: string): Period {
  const at = (day: Temporal.PlainDate): number => day.toZonedDateTime(zone).epochMilliseconds;
  const step = kind === 'week' ? 1 : 7;
  const parts: Span[] = [];
  for (let day = start; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: step })) {
    const next = day.add({ days: step });
    parts.push({ from: at(day), to: at(Temporal.PlainDate.compare(next, end) < 0 ? next : end) });
  }
  return { kind, parts, from: at(start), to: at(end) };
}
