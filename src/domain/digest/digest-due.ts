import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { nextWorking } from '../calendar/working-time.ts';
import { type CronTimes, nextRun } from '../jobs/cron.ts';

/** Of one reader of one digest. */
export type Expecting = {
  /** When it comes, by the reader's clock; null where nobody planned one: then once a day, for whoever asks for it. */
  times: CronTimes | null;
  zone: string;
  /** When they read mail. */
  calendar: WorkCalendar;
  /** When the last one came; null where none did. */
  last: number | null;
  now: number;
  /** Somebody runs it by hand: it is written now, and waits in the outbox for its reader's hours. */
  byHand: boolean;
};

/**
 * When a digest that is written now may leave, epoch ms; null where none is due. Those that were missed are one, and one that
 * falls outside of working hours is written when they begin: what it says is then as it is.
 */
export function digestDue({ times, zone, calendar, last, now, byHand }: Expecting): number | null {
  const planned = last === null ? now : times === null ? last + day / 2 : nextRun(times, last, zone);
  if (planned === null || planned > now) return null;
  const readAt = nextWorking(calendar, now);
  return readAt === now || byHand ? readAt : null;
}

const day = 86_400_000;
