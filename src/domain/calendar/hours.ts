/** A stretch of a day, in minutes since its midnight as clocks show them; `to` is not part of it, 1440 at the latest. */
export type Shift = { from: number; to: number };

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * Reads days of the week: `mon`, `mon-fri`, `sat-mon`, `mon,wed,sat-sun`.
 *
 * @returns 1 for Monday to 7 for Sunday, each once, or `null` where the text names something else
 */
export function readWeekdays(text: string): readonly number[] | null {
  const parts = text.split(',').map(readRange);
  return parts.includes(null) ? null : [...new Set(parts.flatMap((part) => part ?? []))];
}

function readRange(part: string): readonly number[] | null {
  const [first = -1, last = first, ...more] = part
    .trim()
    .split('-')
    .map((day) => days.indexOf(day));
  if (first < 0 || last < 0 || more.length > 0) return null;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, after) => ((first + after) % 7) + 1);
}

/** Reads a stretch of one day: `09:00-17:30`, at the latest to `24:00`; null where the text is none. */
export function readShift(text: string): Shift | null {
  const [from, to, ...more] = text.split('-').map(minutesOf);
  return from != null && to != null && from < to && more.length === 0 ? { from, to } : null;
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total <= 24 * 60 ? total : null;
}
