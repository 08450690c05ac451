import { type Here, readWhen } from '../decide/grammar/when.ts';
import { parseDuration } from '../duration.ts';
import { type Saying, say } from '../saying.ts';
import type { OfferedTime } from './proposed-times.ts';

const minute = 60_000;
/** How long a talk is where nobody says so. */
const usual = 30 * minute;
/** More to choose from is no offer but a calendar. */
const most = 8;
const shortest = 5 * minute;
const longest = 24 * 60 * minute;

/** Times as they were read, in the order they were named; or what is wrong, with the words it is about. */
export type ReadTimes =
  | { kind: 'times'; times: readonly [OfferedTime, ...OfferedTime[]] }
  | { kind: 'wrong'; problem: Saying; at: string };

/**
 * Reads times to meet as people write them: `tue 10:00, tue 14:00 or 2026-03-06 9:30 for 45m`. A time without a day is on the
 * day named before it.
 */
export function readTimes(text: string, here: Here): ReadTimes {
  const { length, rest } = lengthIn(text);
  if (length === null) return { kind: 'wrong', problem: say('it says for how long in a way that cannot be read'), at: text };
  const times: OfferedTime[] = [];
  let day = '';
  for (const part of rest.split(/[,;\n]|\s(?:or|oder|ou|o)\s/i).map((one) => withoutMark(one).trim())) {
    if (part === '') continue;
    const when = readWhen(isTime(part) && day !== '' ? `${day} ${part}` : part, here);
    if (when === null) return { kind: 'wrong', problem: say`“${part}” is no day and time`, at: part };
    if (when.time === null) return { kind: 'wrong', problem: say`“${part}” has no time of day`, at: part };
    if (when.at <= here.now) return { kind: 'wrong', problem: say`“${part}” is over`, at: part };
    if (times.some(({ start }) => start === when.at)) return { kind: 'wrong', problem: say`“${part}” is named twice`, at: part };
    day = when.date;
    times.push({ start: when.at, end: when.at + length });
  }
  const [first, ...others] = times;
  if (first === undefined) return { kind: 'wrong', problem: say('no time is named'), at: text };
  if (times.length > most) return { kind: 'wrong', problem: say`more than ${most} times are named`, at: text };
  return { kind: 'times', times: [first, ...others] };
}

/** In a list. */
const withoutMark = (line: string): string => line.replace(/^\s*(?:[-*•–—]|\d{1,2}[.)](?=\s))\s*/, '');

const isTime = (text: string): boolean => /^\d{1,2}(?:[:.h]\d{0,2})?\s*(?:am|pm|h)?$/i.test(text);

/** `… for 45m`, behind all times. */
function lengthIn(text: string): { length: number | null; rest: string } {
  const [, rest = text, said] = /^(.*?)\s*\b(?:for|por|für|pendant)\s+(\S+)\s*$/isu.exec(text) ?? [];
  if (said === undefined) return { length: usual, rest: text };
  const length = parseDuration(said);
  return { length: length === null || length < shortest || length > longest ? null : length, rest };
}
