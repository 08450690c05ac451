import { monthOf } from '../forward/printed-date.ts';
import { back, backBehind, filler, range, rarerMonth, tomorrow, until, untilBehind, weekdays } from './return-words.ts';

const day = 86_400_000;
/** Characters of a note that are read. */
const longest = 4_000;
/** Characters beside such words in which the day stands. */
const reach = 80;
/** A day without a year that would be later is one that just went by: the note is an old one. */
const farthestWithoutYear = 330 * day;

/** A day, and how many characters it took to say it. */
type Said = { at: number; length: number };

/**
 * The day an absence note says its writer is away until, at 0:00 UTC: "back on 12 March", "bis zum 12.3.", "jusqu'au 12 mars".
 * A day without a year is the next such day after `sent`; one that has gone by, or is more than a year ahead, is none.
 */
export function returnDate(text: string, sent: number): number | null {
  const note = text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/[ \t]*\r?\n[ \t]*/g, ' \n')
    .replace(/\*/g, '');
  const ways: readonly (readonly [RegExp, typeof dayAfter])[] = [
    [back, dayAfter],
    [backBehind, dayBefore],
    [range, dayAfter],
    [until, dayAfter],
    [untilBehind, dayBefore],
  ];
  for (const [words, find] of ways) {
    for (const found of note.matchAll(words)) {
      const at = find(note, found, sent);
      if (at !== null) return at;
    }
  }
  return null;
}

const dayAfter = (note: string, found: RegExpExecArray, sent: number): number | null => {
  const from = found.index + found[0].length;
  return dayAt(note.slice(from, from + reach).replace(/\n/g, ''), sent);
};

/** The day that ends where the words begin: the longest way to read it. */
function dayBefore(note: string, { index }: RegExpExecArray, sent: number): number | null {
  const before = note.slice(Math.max(index - reach / 2, 0), index).replace(/\n/g, '');
  for (const { index: start } of before.matchAll(/(?<!\d)\d/g)) {
    const said = exactDay(before.slice(start), sent);
    if (said !== null && /^[\s.,]*$/.test(before.slice(start + said.length))) return said.at;
  }
  return null;
}

function dayAt(behind: string, sent: number): number | null {
  const start = behind.replace(filler, '');
  const today = Math.floor(sent / day);
  if (tomorrow.test(start)) return (today + 1) * day;
  const weekday = weekdays.findIndex((name) => name.test(start));
  const named = weekdays[weekday];
  const rest = named === undefined ? start : start.replace(named, '').replace(/^\.?/, '').replace(filler, '');
  const exact = exactDay(rest, sent);
  if (exact !== null || weekday < 0) return exact?.at ?? null;
  const ahead = (weekday - new Date(sent).getUTCDay() + 7) % 7 || 7;
  return (today + ahead) * day;
}

const exactDay = (text: string, sent: number): Said | null => numeric(text, sent) ?? named(text, sent) ?? ordinal(text, sent);

function numeric(text: string, sent: number): Said | null {
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ??
    /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/.exec(text);
  if (iso !== null)
    return said(iso, resolved(Number(iso[3]), Number(iso[2]), iso[1] === undefined ? null : Number(iso[1]), sent));
  const found = /^(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2})?)?(?![\d:])/.exec(text);
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[3])];
  const year = found[4] === undefined ? null : Number(found[4]) + (found[4].length === 2 ? 2000 : 0);
  const european = resolved(first, second, year, sent);
  if (found[2] !== '/') return said(found, european);
  // 3/12: whichever of the two is nearer.
  const american = resolved(second, first, year, sent);
  return said(found, european === null || (american !== null && american < european) ? american : european);
}

function named(text: string, sent: number): Said | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?[\s-]*(?:of\s|de\s|d['’])?\s*([\p{L}\p{M}]{3,12})\.?(?:[,\s-]*(?:de\s|del\s)?(\d{4}))?/iu.exec(
      text,
    );
  if (dayFirst !== null) return said(dayFirst, inMonth(dayFirst[1], dayFirst[2], dayFirst[3], sent));
  const monthFirst = /^(\p{L}{3,12})\.?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s*(\d{4}))?/iu.exec(text);
  return monthFirst === null ? null : said(monthFirst, inMonth(monthFirst[2], monthFirst[1], monthFirst[3], sent));
}

/** "the 12th": of this month, else of the next. */
function ordinal(text: string, sent: number): Said | null {
  const found = /^(\d{1,2})(?:st|nd|rd|th)(?!\p{L})/iu.exec(text);
  if (found === null) return null;
  const month = new Date(sent).getUTCMonth() + 1;
  const near = [month, (month % 12) + 1].map((one) => resolved(Number(found[1]), one, null, sent)).filter((at) => at !== null);
  return said(found, near.find((at) => at - sent < 32 * day) ?? null);
}

const said = ([all]: RegExpExecArray, at: number | null): Said | null => (at === null ? null : { at, length: all.length });

function inMonth(dayOf: string | undefined, word = '', year: string | undefined, sent: number): number | null {
  const name = word.toLowerCase();
  const month = monthOf(name) ?? rarerMonth(name);
  return month === undefined ? null : resolved(Number(dayOf), month, year === undefined ? null : Number(year), sent);
}

function resolved(dayOf: number, month: number, year: number | null, sent: number): number | null {
  const of = (which: number): number => Date.UTC(which, month - 1, dayOf);
  const thisYear = new Date(sent).getUTCFullYear();
  const at = of(year ?? (of(thisYear) > sent ? thisYear : thisYear + 1));
  const exists = new Date(at).getUTCDate() === dayOf && month >= 1 && month <= 12;
  const farthest = year === null ? farthestWithoutYear : 366 * day;
  return exists && at > sent && at - sent <= farthest ? at : null;
}
