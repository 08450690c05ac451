import type { DeskSettings, Person } from '../settings.ts';

type Reader = Pick<Person, 'language' | 'timezone'>;
type Desk = Pick<DeskSettings, 'language' | 'timezone'>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the reader's own clock and language show it. Formatters are kept: making one costs more than using it. */
export function timeFor(at: number, reader: Reader, desk: Desk): string {
  const language = reader.language ?? desk.language;
  const timeZone = reader.timezone ?? desk.timezone;
  const key = `${language} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  formats.set(key, format);
  return format.format(at);
}

/** A day in the reader's language; a day, kept as its midnight in UTC, is the same in every zone. */
export const dayFor = (day: number, reader: Reader, desk: Desk): string =>
  new Intl.DateTimeFormat(reader.language ?? desk.language, { timeZone: 'UTC', dateStyle: 'medium' }).format(day);
