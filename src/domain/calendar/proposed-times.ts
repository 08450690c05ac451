/** A time offered, epoch ms. */
export type OfferedTime = { start: number; end: number };

type Reader = { language: string; timezone: string };

/**
 * Times as a mail's words: numbered from 1, in the reader's zone.
 *
 * Several of them come without a calendar file: programs show only the first event of one, or put all of them into the
 * calendar, and none lets one choose. An invitation follows when one time is agreed.
 */
export function offeredTimes(times: readonly OfferedTime[], reader: Reader): readonly { number: number; text: string }[] {
  const format = new Intl.DateTimeFormat(reader.language, {
    ...{ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: reader.timezone,
  });
  return times.map(({ start, end }, at) => ({ number: at + 1, text: plainSpaces(format.formatRange(start, end)) }));
}

/** A time as a button has it. */
export const shortTime = ({ start }: OfferedTime, { language, timezone }: Reader): string =>
  plainSpaces(
    new Intl.DateTimeFormat(language, {
      ...{ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
      timeZone: timezone,
    }).format(start),
  );

/** Thin ones look odd in plain text, and nobody types them. */
const plainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, ' ');

/** What the reader's zone is called, summer and winter alike: `Central European Time (Europe/Berlin)`. */
export function zoneName({ language, timezone }: Reader, at: number): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: timezone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === '' || /^(?:GMT|UTC)/.test(name) ? timezone : `${name} (${timezone.replaceAll('_', ' ')})`;
}
