const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, in the one unit that tells it: `5 min`, `3 h`, `12 d`. */
export function ageOf(since: number, now: number): string {
  const ms = Math.max(0, now - since);
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  return ms < 2 * day ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / day)} d`;
}
