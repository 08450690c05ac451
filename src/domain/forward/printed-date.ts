import { readableLine } from '../visible-text/readable-line.ts';
import { months, zones } from './month-names.ts';

const byName = new Map(
  months.flatMap((names, at) => names.split(' ').map((name) => [name.replace('-', ' ').normalize('NFC'), at + 1] as const)),
);

/**
 * Reads a date as a mail client printed it above a forwarded mail, in any of its languages: `Mon, 2 Mar 2026 10:05`,
 * `2 de marzo de 2026 10:05`, `02.03.2026 10:05`, `3/2/2026 10:05 AM`, `2026年3月2日 10:05`. Without a zone it is taken
 * as UTC: off by hours at most, and only shown.
 *
 * @returns epoch ms, null where no whole date stands there
 */
export function printedDate(text: string): number | null {
  const value = readableLine(text.slice(0, 160)).toLowerCase().normalize('NFC').replace(/\s+/g, ' ');
  const found = numericDate(value, '\\d{4}') ?? namedDate(value) ?? numericDate(value, '\\d{2}');
  if (found === null || found.day < 1 || found.day > 31 || found.month < 1 || found.month > 12) return null;
  const { hours, minutes, seconds } = timeIn(found.rest);
  return Date.UTC(found.year, found.month - 1, found.day, hours, minutes, seconds) - zoneIn(found.rest);
}

/** `rest`: what stands beside it; the time is looked for there, for `02.03` might be one. */
type Day = { year: number; month: number; day: number; rest: string };

/** With the year in full; two digits might be seconds. */
function numericDate(value: string, fullYear: '\\d{4}' | '\\d{2}'): Day | null {
  const iso = /(\d{4})\.?\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})/.exec(value);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), rest: value.replace(iso[0], ' ') };
  const other = new RegExp(`(?:^|[^\\d])(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?(${fullYear})(?!\\d)`).exec(value);
  if (other === null) return null;
  const [first, second] = [Number(other[1]), Number(other[3])];
  const year = Number(other[4]) < 100 ? 2000 + Number(other[4]) : Number(other[4]);
  const rest = value.replace(other[0], ' ');
  const isAmerican = second > 12 || (other[2] === '/' && first <= 12 && /\d\s?[ap]\.?m\b/.test(value));
  return isAmerican ? { year, month: first, day: second, rest } : { year, month: second, day: first, rest };
}

function namedDate(value: string): Day | null {
  const year = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(value)?.[1];
  const vietnamese = /(\d{1,2}) (?:thg|tháng) (\d{1,2})/.exec(value);
  if (vietnamese !== null && year !== undefined)
    return {
      year: Number(year),
      month: Number(vietnamese[2]),
      day: Number(vietnamese[1]),
      rest: value.replace(vietnamese[0], ' '),
    };
  const day = /(?:^|[^\d:.])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?![\d:]|\.\d)/.exec(value)?.[1];
  const words = value.match(/[\p{L}\p{M}]{2,}(?:\.[\p{L}\p{M}]{1,2}(?!\p{L}))?/gu) ?? [];
  // Weekdays share beginnings with months (`mar.` is Tuesday and March), and stand before them.
  const found = words.map(monthOf).filter((month) => month !== undefined);
  const month = found[1] ?? found[0];
  return year === undefined || day === undefined || month === undefined
    ? null
    : { year: Number(year), month, day: Number(day), rest: value };
}

/** Weekdays in full that begin as a month does. */
const weekdays = /^(?:mardi|martes|martedì|marţi|marți|maandag|sobota|subota|середа|marts$)/u;

/** The month that a word of any of those languages names, 1 to 12. */
export function monthOf(word: string): number | undefined {
  if (weekdays.test(word) && word !== 'marts') return undefined;
  const name = /^ב\p{L}{3}/u.test(word) ? word.slice(1) : word; // Hebrew: "in March" is one word
  for (let length = Math.min(name.length, 12); length >= 2; length--) {
    const found = byName.get(name.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Marks of the half of the day, before or behind the time. */
const morning = /\ba\.? ?m\b|午前|上午|오전|ص(?!\p{L})|π\.?μ|öö|\bde\.|पूर्वाह्न/u;
const evening = /\bp\.? ?m\b|午後|下午|오후|(?<!\p{L})م(?!\p{L})|μ\.?μ|ös|\bdu\.|अपराह्न/u;

function timeIn(value: string): { hours: number; minutes: number; seconds: number } {
  const found = /(?<!\d)(\d{1,2})(?:[:.]| ?[h時时시] ?)(\d{2})(?!\d)(?:[:.](\d{2}))?\s?([ap])?/.exec(value);
  if (found === null) return { hours: 0, minutes: 0, seconds: 0 };
  const hours = Number(found[1]);
  const isEvening = found[4] === 'p' || evening.test(value);
  const half = isEvening && hours < 12 ? 12 : (found[4] === 'a' || morning.test(value)) && hours === 12 ? -12 : 0;
  return { hours: hours + half, minutes: Number(found[2]), seconds: Number(found[3] ?? 0) };
}

/** `+0200`, `GMT+2`, `UTC+02:00`, `CET`; in milliseconds. */
function zoneIn(value: string): number {
  const found = /(?:gmt|utc|\s|\()([+-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(value);
  if (found === null) return namedZone(value) * 60_000;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -1 : 1) * minutes * 60_000;
}

function namedZone(value: string): number {
  const behind = /\d{2}\s?(?:[ap]\.?m\.?|ص|م)?\s?\(?(\p{L}{3,8})\)?\s*$/u.exec(value)?.[1] ?? '';
  return zones[behind] ?? 0;
}
