import type { CalendarPlan } from '../../../src/domain/calendar/work-calendar.ts';

const minute = 60_000;

/**
 * The same answer found the slow way: minute after minute by the clock on the wall, which in autumn shows an hour twice. What
 * a day's clock has shown already is not shown anew: a shift begins and ends when its time is first reached.
 */
export function workedMinutes({ timezone, hours, holidays }: CalendarPlan, from: number, to: number): number {
  const wall = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: timezone, hourCycle: 'h23', weekday: 'short' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  let [date, furthest, sum] = ['', 0, 0];
  for (let at = from - 26 * 60 * minute; at < to; at += minute) {
    const shown = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
    const today = `${shown['year']}-${shown['month']}-${shown['day']}`;
    const now = Number(shown['hour']) * 60 + Number(shown['minute']);
    furthest = today === date ? Math.max(furthest, now) : now;
    date = today;
    if (at >= from && !holidays.includes(today) && isWithin(hours, shown['weekday'] ?? '', furthest)) sum += 1;
  }
  return sum;
}

/** Days of the test's calendars are lists of single days. */
const isWithin = (hours: CalendarPlan['hours'], weekday: string, now: number): boolean =>
  Object.entries(hours).some(
    ([days, ranges]) =>
      days.split(',').includes(weekday.toLowerCase()) &&
      ranges.some((range) => {
        const [start = 0, end = 0] = range.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
        return now >= start && now < end;
      }),
  );
