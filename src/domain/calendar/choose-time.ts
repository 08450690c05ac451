import { namedDay, plain } from '../decide/grammar/day-names.ts';
import { type Here, readWhen } from '../decide/grammar/when.ts';
import type { OfferedTime } from './proposed-times.ts';

/** Times that somebody may choose from, and whose clock their words mean. */
export type Choice = { times: readonly OfferedTime[]; here: Here };

/**
 * Which of the times a line takes, as their numbers in its order: `2`, `#2`, `2 and 3`, or the day or the hour that only one of
 * them has (`wednesday`, `Mi 14 Uhr`). Nothing where the line says anything else, or one that is over.
 */
export function timesChosen(line: string, choice: Choice): number[] {
  const said = line.trim().replace(/[\s.,;:!)]+$/, '');
  const numbers = numbersIn(said);
  const chosen = numbers.length > 0 ? numbers : [timeMeant(said, choice)].filter((one) => one !== null);
  const isThere = (number: number): boolean => (choice.times[number - 1]?.start ?? 0) > choice.here.now;
  return chosen.every(isThere) ? [...new Set(chosen)] : [];
}

const numbersIn = (line: string): number[] => {
  const [, list] =
    /^(?:(?:#|nr\.?|no\.?|n[º°]\.?)\s*)?(\d{1,2}(?:\s*(?:,|;|\+|&|\band\b|\bund\b|\by\b|\be\b|\bet\b)\s*\d{1,2})*)$/iu.exec(
      line,
    ) ?? [];
  return list === undefined ? [] : (list.match(/\d+/g) ?? []).map(Number);
};

/** The only one on that day, at that hour, or both; a weekday means the one that was offered, however far it is. */
function timeMeant(line: string, { times, here }: Choice): number | null {
  if (line.length > 40) return null;
  const said = plain(line)
    .replace(/[.,](?=\s)/g, '')
    .replace(/^(?:on|am|el|le|la|na|no|um|at|a las|as)\s+/, '');
  const when = readWhen(said, here);
  if (when === null) return null;
  const named = namedDay(said.split(' ')[0] ?? '');
  const fits = times.flatMap(({ start }, at) => {
    const { day, clock } = shownBy(here.zone, start);
    const isDay = named?.kind === 'weekday' ? weekdayOf(day) === named.weekday : isHour(said) || day === when.date;
    return isDay && (when.time === null || clock === when.time) ? [at + 1] : [];
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** 1 is Monday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay() || 7;

/** An hour alone means no day in particular. */
const isHour = (text: string): boolean => /^\d{1,2}(?:[:.h]\d{0,2})?\s*(?:am|pm|h|uhr)?$/i.test(text);

function shownBy(timeZone: string, at: number): { day: string; clock: string } {
  const [day = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  })
    .format(at)
    .split(' ');
  return { day, clock };
}
