import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { nextWorking } from '../calendar/working-time.ts';
import type { Notice } from './notice.ts';

/** Between two mails to one person. */
const quarterHour = 15 * 60_000;

/**
 * What somebody is told now: in their working hours, a quarter of an hour after the last mail at the earliest, so that what
 * comes meanwhile comes with it. What is severe comes at once, at night by itself.
 *
 * @param lastTold epoch ms; null: never
 */
export function toldNow(
  notices: readonly Notice[],
  lastTold: number | null,
  calendar: WorkCalendar,
  now: number,
): readonly Notice[] {
  const severe = notices.filter((notice) => notice.severe);
  const isAtWork = nextWorking(calendar, now) === now;
  const isTime = isAtWork && (lastTold === null || now >= lastTold + quarterHour);
  return isTime || (isAtWork && severe.length > 0) ? notices : severe;
}
