import { parseDuration } from '../duration.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { addWorking } from './working-time.ts';

/** How long to wait: first so many working days, then so much working time, then time that passes day and night (ms). */
export type Wait = { workingDays: number; workingTime: number; time: number };

const businessPart = /(\d+(?:\.\d+)?)\s*(bd|bh|business\s+days?|business\s+hours?)\s*/gy;
const hour = 3_600_000;

/**
 * Reads a wait: `30d`, `90m`, `1d 12h` pass day and night; `3bd`, `3 business days`, `4bh`, `1bd 4bh` only at work.
 *
 * @returns null where the text is none, or waits for nothing
 */
export function parseWait(text: string): Wait | null {
  const said = text.trim().toLowerCase();
  const time = parseDuration(said);
  if (time !== null) return time > 0 ? { workingDays: 0, workingTime: 0, time } : null;
  const parts = [...said.matchAll(businessPart)];
  const isWhole = parts.reduce((length, [part]) => length + part.length, 0) === said.length;
  const sum = (unit: RegExp): number =>
    parts.reduce((total, [, amount, name = '']) => total + (unit.test(name) ? Number(amount) : 0), 0);
  const wait = { workingDays: sum(/bd|day/), workingTime: Math.round(sum(/bh|hour/) * hour), time: 0 };
  return isWhole && parts.length > 0 && (wait.workingDays > 0 || wait.workingTime > 0) ? wait : null;
}

/** When a wait that began at `from` is over, by the calendar of those who work meanwhile. */
export function addWait(wait: Wait, from: number, calendar: WorkCalendar | null): number {
  const { workingDays, workingTime, time } = wait;
  return addWorking(calendar, addWorking(calendar, from, workingDays, 'days'), workingTime) + time;
}
