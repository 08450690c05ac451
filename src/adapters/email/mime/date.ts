/** Months by their beginning, in English and in the languages in which some programs write them. */
const months: readonly RegExp[] = [
  /^(?:jan|ene|gen|янв)/,
  /^(?:feb|fév|fev|фев)/,
  /^(?:mar|mär|mrz|mrt|мар)/,
  /^(?:apr|abr|avr|апр)/,
  /^(?:may|mai|mag|mei|maj|мая|май)/,
  /^(?:jun|juin|giu|июн)/,
  /^(?:jul|juil|lug|июл)/,
  /^(?:aug|ago|aoû|aou|авг)/,
  /^(?:sep|set|сен)/,
  /^(?:oct|okt|out|ott|окт)/,
  /^(?:nov|ноя)/,
  /^(?:dec|dez|dic|déc|дек)/,
];

/** RFC 5322 §4.3 names and those seen beside them, in minutes from UTC. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  met: 60,
  mest: 120,
  mez: 60,
  mesz: 120,
  bst: 60,
  west: 60,
  eet: 120,
  eest: 180,
  msk: 180,
  ist: 330,
  jst: 540,
  kst: 540,
};

const time = /(\d{1,2})\s*[:.]\s*(\d{2})(?:\s*[:.]\s*(\d{2}))?(?:[.,]\d+)?(?:\s*([ap])\.?m\b\.?)?/i;
const zoneHere = /^[\s"(]*(?:(?:gmt|utc?)\s*)?([+-]\s*\d{1,2}:?\d{2}\b)|^[\s"(]*([a-z]{1,5})\b/i;
/** Where the day stands: `2 Mar 2026`, `Mar 2 2026`, `Mar 2 … 2026`, `2026-03-02`. */
const dayFirst = /(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}{3,})\.?[\s,-]+(?:de\s+)?(\d{2,4})(?!\d)/u;
const monthFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?!\d|\s*[:.]\s*\d)/u;
const yearFirst = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const year = /(?<![\d:+-])(\d{4})(?!\d)/;

/** Characters that are looked at. */
const MAX_FIELD = 200;

/** Epoch ms of a Date field; null where no day can be read. A missing zone counts as UTC, never as this machine's. */
export function readDate(field: string): number | null {
  const text = withoutComments(field.slice(0, MAX_FIELD)).trim();
  const day = dayIn(text);
  if (day === null || day.month < 0 || day.month > 11 || day.day < 1 || day.day > 31) return null;
  const rest = `${text.slice(0, day.from)} ${text.slice(day.to)}`;
  const found = time.exec(rest);
  const midnight = Date.UTC(day.year, day.month, day.day);
  if (found === null) return finite(midnight);
  const [whole, hour, minute, second, half] = found;
  const local = midnight + ((hoursOf(Number(hour), half) * 60 + Number(minute)) * 60 + Number(second ?? 0)) * 1000;
  return finite(local + fraction(whole) - offsetIn(rest.slice(found.index + whole.length)) * 60_000);
}

/** Innermost first: comments may stand in comments. A zone's name in one is no more than a remark. */
function withoutComments(text: string): string {
  let [out, before] = [text, ''];
  while (out !== before) [before, out] = [out, out.replace(/\([^()]*\)/g, ' ')];
  return out;
}

type Day = { year: number; month: number; day: number; from: number; to: number };

function dayIn(text: string): Day | null {
  const spelt = dayFirst.exec(text);
  if (spelt && monthOf(spelt[2]) !== -1)
    return { year: fullYear(spelt[3] ?? ''), month: monthOf(spelt[2]), day: Number(spelt[1]), ...placeOf(spelt) };
  const numeric = yearFirst.exec(text);
  if (numeric) return { year: Number(numeric[1]), month: Number(numeric[2]) - 1, day: Number(numeric[3]), ...placeOf(numeric) };
  for (const found of text.matchAll(new RegExp(monthFirst, 'gu'))) {
    const month = monthOf(found[1]);
    const stated = year.exec(text.slice(found.index + found[0].length))?.[1];
    if (month !== -1 && stated) return { year: Number(stated), month, day: Number(found[2]), ...placeOf(found) };
  }
  return null;
}

const placeOf = ({ 0: whole, index }: RegExpExecArray): { from: number; to: number } => ({
  from: index,
  to: index + whole.length,
});

const monthOf = (word = ''): number => months.findIndex((month) => month.test(word.toLowerCase()));

const hoursOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);

/** Milliseconds behind the seconds. */
const fraction = (whole: string): number =>
  Math.floor(Number(/[:.]\d{2}[:.]\d{2}([.,]\d+)/.exec(whole)?.[1]?.replace(',', '.') ?? 0) * 1000);

/** RFC 5322 §4.3: two digits below 50 are of this century, three count from 1900. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 2) return value < 50 ? 2000 + value : 1900 + value;
  return year.length === 3 ? 1900 + value : value;
}

/** Minutes by which the zone that stands here is ahead of UTC; 0 where none does. */
function offsetIn(text: string): number {
  const [, numeric, name] = zoneHere.exec(text) ?? [];
  if (numeric === undefined) return zones[name?.toLowerCase() ?? ''] ?? 0;
  const [, sign, hours, minutes] = /([+-])\s*(\d{1,2}):?(\d{2})/.exec(numeric) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
