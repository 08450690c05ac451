import { Temporal } from 'temporal-polyfill';
import { parseDuration } from '../../duration.ts';
import { type NamedDay, namedDay, plain } from './day-names.ts';

/** A day, or a moment of it, as somebody's clock shows it. `at`: epoch ms; of a day alone, its first moment. */
export type When = { date: string; time: string | null; at: number };

/** Whose clock, and what it shows now. */
export type Here = { now: number; zone: string };

/**
 * Reads a date as people write it: `2026-03-06`, `2026-03-06 17:00`, `6.3.2026`, `fri 17:00`, `tomorrow 9am`, `17h30`, `+3d`,
 * `2 weeks`, `3 business days` (Monday to Friday), `+90m`; days by their names in five languages. No text throws.
 */
export function readWhen(text: string, here: Here): When | null {
  if (text.length > 60) return null;
  const said = plain(text);
  return exactly(said, here) ?? fromNow(said, here) ?? onDay(said, here);
}

/** The date that begins a row of words, and how many of them it takes. */
export function whenAtStart(words: readonly string[], here: Here): { when: When; used: number } | null {
  for (let used = Math.min(words.length, longest); used > 0; used--) {
    const when = readWhen(words.slice(0, used).join(' '), here);
    if (when !== null) return { when, used };
  }
  return null;
}

/** Writes it so that `readWhen` reads the same again: `2026-03-06`, `2026-03-06 17:00`; with its offset where clocks show it twice. */
export function printWhen({ date, time, at }: When, zone: string): string {
  if (time === null) return date;
  if (atWall(date, time, zone)?.at === at) return `${date} ${time}`;
  return `${date} ${time}${Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offset}`;
}

/** `in 3 business days 17:00`. */
const longest = 5;

const withOffset = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d)(z|[+-]\d\d:?\d\d)$/;

function exactly(said: string, { zone }: Here): When | null {
  const [, date, time, offset] = withOffset.exec(said) ?? [];
  if (date === undefined || !isYear(date)) return null;
  const at = orNull(() => Temporal.Instant.from(`${date}T${time}${offset?.toUpperCase()}`).epochMilliseconds);
  return at === null ? null : momentAt(at, zone);
}

/** `+4h`, `+90m`: so long from now, whatever the clocks do. */
function fromNow(said: string, { now, zone }: Here): When | null {
  if (!/^\+\d[\dhm.]*$/.test(said)) return null;
  const length = parseDuration(said.slice(1));
  return length === null || length > aYear ? null : momentAt(now + length, zone);
}

const aYear = 366 * 86_400_000;

function momentAt(at: number, zone: string): When {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const minute = there.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return { date: minute.toPlainDate().toString(), time: clockOf(minute.hour, minute.minute), at: minute.epochMilliseconds };
}

const timeOfDay = /(?:^|[ t])(?:(?:at|um|a|as|a las) )?(\d{1,2})(?::(\d\d)|h(\d\d)?|(?::(\d\d))? ?(am|pm)| uhr)$/;

function onDay(said: string, here: Here): When | null {
  const found = timeOfDay.exec(said);
  const time = found === null ? null : readTime(found);
  if (found !== null && time === null) return null;
  const named = found === null ? said : said.slice(0, found.index).trim();
  if (named !== '') return dayAt(named, time, here);
  const today = momentAt(here.now, here.zone).date;
  const later = time === null ? null : atWall(today, time, here.zone);
  return later === null || later.at > here.now ? later : atWall(plusDays(today, 1), time, here.zone);
}

function readTime([, hours = '', minutes, afterH, beforeHalf, half]: RegExpExecArray): string | null {
  const hour = Number(hours);
  const minute = Number(minutes ?? afterH ?? beforeHalf ?? 0);
  const isRight = minute < 60 && (half === undefined ? hour < 24 : hour >= 1 && hour <= 12);
  if (!isRight) return null;
  return clockOf(half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0), minute);
}

const clockOf = (hour: number, minute: number): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

function dayAt(named: string, time: string | null, { now, zone }: Here): When | null {
  const date = isoDay(named);
  if (date !== null) return atWall(date, time, zone);
  const day = namedDay(named);
  if (day === null) return null;
  const today = momentAt(now, zone).date;
  if (day.kind === 'ahead') return atWall(ahead(today, day), time, zone);
  const left = (day.weekday - Temporal.PlainDate.from(today).dayOfWeek + 7) % 7;
  const next = left === 0 && time === null ? null : atWall(plusDays(today, left), time, zone);
  return next !== null && (left > 0 || next.at > now) ? next : atWall(plusDays(today, left + 7), time, zone);
}

/** `2026-03-06`, `6.3.2026`; months first are not guessed at. */
function isoDay(named: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(named) ?? [];
  const date = year === '' ? named : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d\d-\d\d$/.test(date) && isYear(date) ? date : null;
}

/** Other years are slips of the hand. */
const isYear = (date: string): boolean => /^(?:19|2\d)\d\d-/.test(date);

function ahead(today: string, { unit, count }: Extract<NamedDay, { kind: 'ahead' }>): string {
  if (unit === 'days') return plusDays(today, count);
  let date = Temporal.PlainDate.from(today);
  for (let left = count; left > 0; left -= date.dayOfWeek < 6 ? 1 : 0) date = date.add({ days: 1 });
  return date.toString();
}

const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Where clocks skip the time, the moment after the gap; where they show it twice, the first. */
function atWall(date: string, time: string | null, zone: string): When | null {
  const wall = orNull(() => Temporal.PlainDateTime.from(`${date}T${time ?? '00:00'}`, { overflow: 'reject' }));
  if (wall === null) return null;
  return { date, time, at: wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds };
}

/** Temporal tells by a throw that there is no such day. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
