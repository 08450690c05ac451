import { type IcsLine, icsLines } from './ics-lines.ts';
import { firstYear, lastYear } from './span.ts';

/** Days of a calendar file, ISO; what could not be understood, with the line it begins at. */
export type IcsDays = { days: readonly string[]; faults: readonly { line: number; message: string }[] };

/**
 * Reads the whole days of a calendar file; those that come each year are written out. Events at a time of day are no
 * holidays and are passed over, as are those that were called off.
 */
export function readIcs(text: string): IcsDays {
  const lines = icsLines(text);
  if (!lines.some(({ name, value }) => name === 'BEGIN' && value.trim().toUpperCase() === 'VCALENDAR'))
    return { days: [], faults: [{ line: 1, message: 'expected a calendar file, which begins with BEGIN:VCALENDAR' }] };
  const read = eventsIn(lines).map(daysOf);
  const days = [...new Set(read.flatMap(({ days: some }) => some))].sort();
  const faults = read.flatMap(({ faults: some }) => some);
  const empty = { line: 1, message: 'expected days in it: there is no event that takes a whole day' };
  return { days, faults: days.length === 0 && faults.length === 0 ? [empty] : faults };
}

type Event = ReadonlyMap<string, IcsLine>;

function eventsIn(lines: readonly IcsLine[]): Event[] {
  const events: Map<string, IcsLine>[] = [];
  let open: Map<string, IcsLine> | null = null;
  let within = 0;
  for (const line of lines) {
    const what = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN' && what === 'VEVENT') {
      open = new Map([['BEGIN', line]]);
      events.push(open);
    } else if (line.name === 'END' && what === 'VEVENT') open = null;
    else if (line.name === 'BEGIN') within++;
    else if (line.name === 'END') within--;
    else if (within <= 1) open?.set(line.name, line);
  }
  return events;
}

const day = 86_400_000;
/** Nobody rests longer at a stretch; more is a mistake of the file. */
const longest = 60;

function daysOf(event: Event): IcsDays {
  const starts = event.get('DTSTART');
  const none = (line: IcsLine | undefined, message: string): IcsDays => ({
    days: [],
    faults: [{ line: line?.line ?? 1, message }],
  });
  if (event.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return { days: [], faults: [] };
  if (starts === undefined) return none(event.get('BEGIN'), 'an event without DTSTART');
  if (/^\d{8}T\d{4}/.test(starts.value.trim())) return { days: [], faults: [] };
  const from = dateIn(starts.value);
  if (from === null) return none(starts, `expected a day such as 20261225, found ${JSON.stringify(starts.value.trim())}`);
  const length = lengthOf(event, from);
  if (length === null) return none(event.get('DTEND') ?? starts, 'expected a later day, which is not part of it any more');
  const begins = startsOf(event.get('RRULE'), from);
  if (begins === null) return none(event.get('RRULE'), 'it comes again in a way that is not understood; expected FREQ=YEARLY');
  const days = begins.flatMap((begin) => Array.from({ length }, (_, after) => isoOf(begin + after * day)));
  return { days: days.filter((one) => one >= `${firstYear}` && one < `${lastYear + 1}`), faults: [] };
}

function dateIn(text: string): number | null {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ?? [];
  const at = Date.parse(`${year}-${month}-${date}`);
  return Number.isNaN(at) || isoOf(at) !== `${year}-${month}-${date}` ? null : at;
}

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

function lengthOf(event: Event, from: number): number | null {
  const [, weeks, days] = /^P(?:(\d+)W)?(?:(\d+)D)?/.exec(event.get('DURATION')?.value.trim() ?? '') ?? [];
  const lasts = Number(weeks ?? 0) * 7 + Number(days ?? 0);
  const ends = event.get('DTEND');
  const to = ends === undefined ? from + Math.max(lasts, 1) * day : dateIn(ends.value.trim().slice(0, 8));
  const length = to === null ? -1 : Math.max(Math.round((to - from) / day), to === from ? 1 : 0);
  return length < 1 || length > longest ? null : length;
}

/** Each year on that date, as long as the rule goes; a 29th of February only where there is one. Null: another rule. */
function startsOf(rule: IcsLine | undefined, from: number): number[] | null {
  if (rule === undefined) return [from];
  const parts = new Map(
    rule.value
      .toUpperCase()
      .split(';')
      .flatMap((part) => {
        const [key = '', value = ''] = part.trim().split('=');
        return key === '' ? [] : [[key, value] as const];
      }),
  );
  const iso = isoOf(from);
  const fits = (key: string, own: number) => parts.get(key) === undefined || Number(parts.get(key)) === own;
  const isPlain = [...parts.keys()].every((key) => known.includes(key));
  if (parts.get('FREQ') !== 'YEARLY' || !isPlain || !fits('BYMONTH', Number(iso.slice(5, 7)))) return null;
  if (!fits('BYMONTHDAY', Number(iso.slice(8)))) return null;
  const until = dateIn((parts.get('UNTIL') ?? '').slice(0, 8)) ?? Number.POSITIVE_INFINITY;
  const every = Math.max(Number(parts.get('INTERVAL') ?? 1) || 1, 1);
  const count = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY);
  const first = Number(iso.slice(0, 4));
  const years = Array.from({ length: Math.max(lastYear - first + 1, 0) }, (_, after) => after).filter(
    (after) => after % every === 0,
  );
  return years
    .slice(0, count)
    .flatMap((after) => dateIn(`${first + after}${iso.slice(5, 7)}${iso.slice(8)}`) ?? [])
    .filter((at) => at <= until);
}

const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'WKST'];
