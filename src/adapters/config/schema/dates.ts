/** Whether a text is a day that exists, as `2026-12-31`. */
export function isIsoDate(text: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

/**
 * The first instant of a day in a time zone.
 *
 * @returns epoch ms; where clocks skip midnight, the first instant after the gap
 */
export function startOfDay(isoDate: string, timezone: string): number {
  const utc = Date.parse(`${isoDate}T00:00:00Z`);
  const guess = utc - offsetAt(utc, timezone);
  const settled = utc - offsetAt(guess, timezone);
  return localDayOf(settled, timezone) === isoDate ? settled : guess;
}

/** How far a zone is ahead of UTC at an instant, in ms. */
function offsetAt(instant: number, timezone: string): number {
  const { year, month, day, hour, minute, second } = partsAt(instant, timezone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

function localDayOf(instant: number, timezone: string): string {
  const { year, month, day } = partsAt(instant, timezone);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function partsAt(instant: number, timezone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const found = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}
