const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

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

const pattern =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{2,4})(?:[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?)?\s*([+-]\s*\d{1,2}:?\d{2}|[a-z]{1,5})?/i;
const american = /([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(?:(\d{1,2}):(\d{2})(?::(\d{2}))?\s+)?(?:([a-z]{3,5})\s+)?(\d{4})/i;
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Epoch ms of a Date field; null where no day can be read. A missing zone counts as UTC, never as this machine's. */
export function readDate(field: string): number | null {
  const text = field.slice(0, 200).trim();
  if (iso.test(text)) return finite(Date.parse(text));
  const found = pattern.exec(text);
  if (found) {
    const [, day, month = '', year = '', hour, minute, second, zone] = found;
    return epoch(fullYear(year), month, day, hour, minute, second, zone);
  }
  const other = american.exec(text);
  if (!other) return null;
  const [, month = '', day, hour, minute, second, zone, year = ''] = other;
  return epoch(Number(year), month, day, hour, minute, second, zone);
}

type Part = string | undefined;

function epoch(year: number, month: string, day: Part, hour: Part, minute: Part, second: Part, zone: Part): number | null {
  const at = months.indexOf(month.slice(0, 3).toLowerCase());
  if (at === -1) return null;
  const local = Date.UTC(year, at, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  return finite(local - offsetMinutes(zone ?? '') * 60_000);
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three count from 1900. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 2) return value < 50 ? 2000 + value : 1900 + value;
  return year.length === 3 ? 1900 + value : value;
}

function offsetMinutes(zone: string): number {
  const numeric = /^([+-])\s*(\d{1,2}):?(\d{2})$/.exec(zone);
  if (!numeric) return zones[zone.toLowerCase()] ?? 0;
  const [, sign, hours, minutes] = numeric;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
