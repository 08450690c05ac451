const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in the one unit that tells it: `5 min`, `3 h`, `12 d`. */
export function ageOf(since: number, now: number): string {
  const ms = Math.max(0, now - since);
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  return ms < 2 * day ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / day)} d`;
}

/** A length of time in words of a language, in the one unit that tells it: `5 minutes`, `3 Stunden`. */
export function lengthFor(ms: number, language: string): string {
  const [amount, unit] = inUnit(ms);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** How long ago, likewise: `5 minutes ago`, `vor 3 Stunden`. */
export function agoFor(ms: number, language: string): string {
  const [amount, unit] = inUnit(ms);
  return new Intl.RelativeTimeFormat(language).format(-amount, unit);
}

function inUnit(length: number): [number, 'minute' | 'hour' | 'day'] {
  const ms = Math.max(0, length);
  if (ms < hour) return [Math.floor(ms / minute), 'minute'];
  return ms < 2 * day ? [Math.floor(ms / hour), 'hour'] : [Math.floor(ms / day), 'day'];
}
