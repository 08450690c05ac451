import { parseDuration } from '../duration.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { addWorking, workingBetween } from './working-time.ts';

/** Time of service as a plan counts it: first so many working days, then so much working time in ms. */
export type ServiceTime = { days: number; time: number };

const inDays = /^(\d+(?:\.\d+)?)\s*d\s*/;

/**
 * Reads a time of service: `4h`, `3d`, `1d 4h`. A plan names its calendar, so that every unit passes at work only and a day is
 * a working day, however long.
 *
 * @returns null where the text is none, or nothing at all
 */
export function parseServiceTime(text: string): ServiceTime | null {
  const said = text.trim().toLowerCase();
  const [whole = '', days = '0'] = inDays.exec(said) ?? [];
  const rest = said.slice(whole.length);
  const time = rest === '' ? 0 : parseDuration(rest);
  return time === null || parseDuration(said) === null || (Number(days) === 0 && time === 0)
    ? null
    : { days: Number(days), time };
}

/** Both times, one behind the other. */
export const addService = (one: ServiceTime, other: ServiceTime): ServiceTime => ({
  days: one.days + other.days,
  time: one.time + other.time,
});

/** A share of a time of service, 0 to 1. */
export const shareOf = ({ days, time }: ServiceTime, share: number): ServiceTime => ({
  days: days * share,
  time: Math.round(time * share),
});

/** What is left of a time of service after a stretch in which it ran, and when it was over; `end` null: it was not. */
export function spend(
  { days, time }: ServiceTime,
  calendar: WorkCalendar | null,
  from: number,
  to: number,
): { left: ServiceTime; end: number | null } {
  const reached = addWorking(calendar, from, days, 'days');
  if (reached > to) return { left: { days: days - workingBetween(calendar, from, to, 'days'), time }, end: null };
  const end = addWorking(calendar, reached, time);
  if (end > to) return { left: { days: 0, time: time - workingBetween(calendar, reached, to) }, end: null };
  return { left: { days: 0, time: 0 }, end };
}
