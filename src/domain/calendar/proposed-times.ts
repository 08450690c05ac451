/** A time offered, epoch ms. */
export type OfferedTime = { start: number; end: number };

/**
 * Several times to choose from, as a mail's words: numbered from 1, in the reader's zone, which is named.
 *
 * No calendar file goes with them. Programs show only the first event of one, or put all of them into the calendar, and none
 * lets one choose: an invitation follows when one time is agreed.
 */
export function offeredTimes(
  times: readonly OfferedTime[],
  reader: { language: string; timezone: string },
): readonly { number: number; text: string }[] {
  const format = new Intl.DateTimeFormat(reader.language, {
    ...{ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone: reader.timezone, timeZoneName: 'short' },
  });
  return times.map(({ start, end }, at) => ({ number: at + 1, text: format.formatRange(start, end) }));
}
