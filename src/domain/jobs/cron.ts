import { Temporal } from 'temporal-polyfill';

/** A cron line, read: minutes 0 to 59, hours 0 to 23, days 1 to 31, months 1 to 12, weekdays 0 (Sunday) to 6. */
export type CronTimes = {
  line: string;
  minutes: readonly number[];
  hours: readonly number[];
  days: readonly number[];
  months: readonly number[];
  weekdays: readonly number[];
};

/** `* * * * *` */
export const everyMinute: CronTimes = {
  line: '* * * * *',
  minutes: upTo(0, 59),
  hours: upTo(0, 23),
  days: upTo(1, 31),
  months: upTo(1, 12),
  weekdays: upTo(0, 6),
};

/** On the hour, and every five minutes behind it. */
export const everyFiveMinutes: CronTimes = {
  ...everyMinute,
  line: '*/5 * * * *',
  minutes: everyMinute.minutes.filter((each) => each % 5 === 0),
};

/** At no time. */
export const never: CronTimes = { line: 'off', minutes: [], hours: [], days: [], months: [], weekdays: [] };

/**
 * The first time after an instant that a cron line names, on clocks of a zone. A time that clocks skip in spring comes when
 * they have; one that they show twice in autumn comes once, unless the line names every hour.
 *
 * @returns epoch ms; null where no such day comes in five years
 */
export function nextRun(times: CronTimes, after: number, zone: string): number | null {
  if (times.months.length === 0) return null;
  const isHourly = times.hours.length === 24;
  let day = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; days < fiveYears; days++, day = day.add({ days: 1 })) {
    if (!isOn(times, day)) continue;
    const found = isHourly ? minuteOn(times, day, after, zone) : timeOn(times, day, after, zone);
    if (found !== null) return found;
  }
  return null;
}

const minute = 60_000;
const fiveYears = 5 * 366;

/** Where a line names days of the month and of the week, either counts. */
function isOn({ days, months, weekdays }: CronTimes, day: Temporal.PlainDate): boolean {
  const isDay = days.includes(day.day);
  const isWeekday = weekdays.includes(day.dayOfWeek % 7);
  const namesBoth = days.length < 31 && weekdays.length < 7;
  return months.includes(day.month) && (namesBoth ? isDay || isWeekday : isDay && isWeekday);
}

/** Of a day, its hours as long as they are. */
function minuteOn({ minutes }: CronTimes, day: Temporal.PlainDate, after: number, zone: string): number | null {
  const end = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const start = Math.max(day.toZonedDateTime(zone).epochMilliseconds, (Math.floor(after / minute) + 1) * minute);
  for (let at = start; at < end; at += minute)
    if (minutes.includes(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).minute)) return at;
  return null;
}

function timeOn({ hours, minutes }: CronTimes, day: Temporal.PlainDate, after: number, zone: string): number | null {
  const all = hours.flatMap((hour) =>
    minutes.map((each) => day.toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: each } }).epochMilliseconds),
  );
  const later = all.filter((at) => at > after);
  return later.length === 0 ? null : Math.min(...later);
}

function upTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, after) => first + after);
}
