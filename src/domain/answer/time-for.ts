import type { DeskSettings, Person } from '../settings.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the reader's own clock and language show it. Formatters are kept: making one costs more than using it. */
export function timeFor(
  at: number,
  reader: Pick<Person, 'language' | 'timezone'>,
  desk: Pick<DeskSettings, 'language' | 'timezone'>,
): string {
  const language = reader.language ?? desk.language;
  const timeZone = reader.timezone ?? desk.timezone;
  const key = `${language} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  formats.set(key, format);
  return format.format(at);
}
