/** Beginnings of month names, in the languages mail clients print them, by month. */
const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'jän', 'янв', 'sty', 'oca', 'ocak', 'जन', 'يناير', 'كانون الثاني', 'يَنا'],
  ['feb', 'fév', 'fev', 'фев', 'lut', 'şub', 'sub', 'फ़र', 'फर', 'فبراير', 'شباط'],
  ['mar', 'mär', 'mrz', 'maa', 'mrt', 'мар', 'मार्च', 'مارس', 'آذار'],
  ['apr', 'abr', 'avr', 'апр', 'kwi', 'nis', 'अप्र', 'أبريل', 'ابريل', 'نيسان'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'мая', 'май', 'मई', 'مايو', 'أيار'],
  ['jun', 'juin', 'giu', 'июн', 'cze', 'haz', 'जून', 'يونيو', 'حزيران'],
  ['jul', 'juil', 'lug', 'июл', 'lip', 'tem', 'जुल', 'يوليو', 'تموز'],
  ['aug', 'ago', 'aoû', 'aou', 'авг', 'sie', 'ağu', 'agu', 'अग', 'أغسطس', 'اغسطس', 'آب'],
  ['sep', 'set', 'сен', 'wrz', 'eyl', 'सित', 'سبتمبر', 'أيلول'],
  ['oct', 'okt', 'out', 'ott', 'окт', 'paź', 'eki', 'अक्ट', 'أكتوبر', 'اكتوبر', 'تشرين الأول'],
  ['nov', 'ноя', 'lis', 'kas', 'नव', 'نوفمبر', 'تشرين الثاني'],
  ['dec', 'dic', 'déc', 'dez', 'дек', 'gru', 'ara', 'दिस', 'ديسمبر', 'كانون الأول'],
];

const byName = new Map(months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/**
 * Reads a date as a mail client printed it above a forwarded mail, in any of its languages: `Mon, 2 Mar 2026 10:05`,
 * `2 de marzo de 2026 10:05`, `02.03.2026 10:05`, `3/2/2026 10:05 AM`, `2026年3月2日 10:05`. Without a zone it is taken
 * as UTC: off by hours at most, and only shown.
 *
 * @returns epoch ms, null where no whole date stands there
 */
export function printedDate(text: string): number | null {
  const value = text.slice(0, 120).toLowerCase().normalize('NFC');
  const day = numericDate(value) ?? namedDate(value);
  if (day === null || day.day < 1 || day.day > 31 || day.month < 1 || day.month > 12) return null;
  const { hours, minutes, seconds } = timeIn(value);
  return Date.UTC(day.year, day.month - 1, day.day, hours, minutes, seconds) - zoneIn(value);
}

type Day = { year: number; month: number; day: number };

function numericDate(value: string): Day | null {
  const iso = /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})/.exec(value);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const other = /(?:^|[^\d])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(value);
  if (other === null) return null;
  const [first, second] = [Number(other[1]), Number(other[3])];
  const year = Number(other[4]) < 100 ? 2000 + Number(other[4]) : Number(other[4]);
  const isAmerican = second > 12 || (other[2] === '/' && first <= 12 && /\b[ap]\.?m\b/.test(value));
  return isAmerican ? { year, month: first, day: second } : { year, month: second, day: first };
}

function namedDate(value: string): Day | null {
  const year = /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(value)?.[1];
  const day = /(?:^|[^\d:])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?![\d:])/.exec(value)?.[1];
  const month = (value.match(/[\p{L}\p{M}]{2,}/gu) ?? []).map(monthOf).find((found) => found !== undefined);
  return year === undefined || day === undefined || month === undefined ? null : { year: Number(year), month, day: Number(day) };
}

/** Weekdays share beginnings with months (`mar.` is Tuesday and March): a name that is a whole weekday is none. */
const weekdays = /^(?:mon|montag|mar|mardi|martes|martedì|sat|samstag|sam|samedi|sáb|marţi|maandag|maa|march)$/u;

/** The month that a word of any of those languages names, 1 to 12. */
export function monthOf(word: string): number | undefined {
  if (weekdays.test(word) && !/^(?:mar|march|maa)$/.test(word)) return undefined;
  for (let length = Math.min(word.length, 12); length >= 2; length--) {
    const found = byName.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function timeIn(value: string): { hours: number; minutes: number; seconds: number } {
  const found = /(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*([ap])?\.?m?/.exec(value.replace(/\d{1,2}\.\d{1,2}\.\d{2,4}/, ' '));
  if (found === null) return { hours: 0, minutes: 0, seconds: 0 };
  const hours = Number(found[1]);
  const half = found[4] === 'p' && hours < 12 ? 12 : found[4] === 'a' && hours === 12 ? -12 : 0;
  return { hours: hours + half, minutes: Number(found[2]), seconds: Number(found[3] ?? 0) };
}

/** `+0200`, `GMT+2`, `UTC+02:00`; in milliseconds. */
function zoneIn(value: string): number {
  const found = /(?:gmt|utc|\s)([+-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(value);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -1 : 1) * minutes * 60_000;
}
