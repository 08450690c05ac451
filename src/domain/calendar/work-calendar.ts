import { Temporal } from 'temporal-polyfill';
import { readShift, readWeekdays, type Shift } from './hours.ts';

/** Working hours as `sla.yaml` words them: `{ mon-fri: ["09:00-17:30"] }`; `holidays` are ISO dates in that zone. */
export type CalendarPlan = {
  timezone: string;
  hours: Readonly<Record<string, readonly string[]>>;
  holidays: readonly string[];
};

/** A day's stretches of work in epoch ms, in order, none touching a day before or after; `length` is their sum. */
export type WorkDay = { shifts: readonly { start: number; end: number }[]; length: number };

/** Days count from 1970-01-01 in the calendar's zone. */
export type WorkCalendar = { dayOf(instant: number): number; workOn(day: number): WorkDay };

/**
 * Makes a calendar that can be asked. A shift begins and ends when clocks first show its time that day: what the jump in
 * spring leaves out is not worked, the hour that comes twice in autumn is worked twice where it lies within a shift.
 *
 * @throws {RangeError} where it has no working hour at all, for then nothing would ever be due
 */
export function openCalendar({ timezone, hours, holidays }: CalendarPlan): WorkCalendar {
  const week = weekOf(hours);
  if (week.every((shifts) => shifts.length === 0)) throw new RangeError('expected working hours on a day of the week');
  const off = new Set(holidays);
  const known = new Map<number, WorkDay>();
  return {
    dayOf: (instant) =>
      Math.floor(
        Date.parse(`${Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone).toPlainDate()}`) / dayLength,
      ),
    workOn(day) {
      const found = known.get(day) ?? workDay(day, week, off, timezone);
      known.set(day, found);
      return found;
    },
  };
}

const dayLength = 86_400_000;
/** 1970-01-01 was a Thursday, the fourth of a week that begins at 0. */
const firstWeekday = 3;

/** Shifts of Monday to Sunday, in order; those that overlap or touch are one. */
function weekOf(hours: CalendarPlan['hours']): readonly (readonly Shift[])[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    Object.entries(hours)
      .flatMap(([days, ranges]) =>
        readWeekdays(days)?.includes(weekday) ? ranges.flatMap((range) => readShift(range) ?? []) : [],
      )
      .toSorted((one, other) => one.from - other.from)
      .reduce(joined, []),
  );
}

function joined(shifts: readonly Shift[], next: Shift): readonly Shift[] {
  const last = shifts.at(-1);
  if (last === undefined || next.from > last.to) return [...shifts, next];
  return [...shifts.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
}

function workDay(day: number, week: readonly (readonly Shift[])[], off: ReadonlySet<string>, timezone: string): WorkDay {
  const date = new Date(day * dayLength).toISOString().slice(0, 10);
  const planned = off.has(date) ? [] : (week[(day + firstWeekday) % 7] ?? []);
  const shifts = planned
    .map(({ from, to }) => ({ start: firstShown(date, from, timezone), end: firstShown(date, to, timezone) }))
    .filter(({ start, end }) => start < end);
  return { shifts, length: shifts.reduce((sum, { start, end }) => sum + end - start, 0) };
}

/** When clocks first show a time of a day, or jump past it. */
function firstShown(date: string, minutes: number, timezone: string): number {
  const wanted = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
  const shown = wanted.toZonedDateTime(timezone, { disambiguation: 'compatible' });
  const isSkipped = !shown.toPlainDateTime().equals(wanted);
  return (isSkipped ? shown.getTimeZoneTransition('previous') : null)?.epochMilliseconds ?? shown.epochMilliseconds;
}
