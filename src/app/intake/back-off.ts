/** Growing pauses between tries, each with some chance in it so that many clients do not come back at once. */
export type BackOff = { next(): number; reset(): void };

const shortest = 1000;
const longest = 5 * 60_000;

/**
 * 1 s, 2 s, 4 s … 5 min, the later half of each pause by chance.
 *
 * @param random as Math.random
 */
export function backOff(random: () => number): BackOff {
  let failures = 0;
  return {
    next() {
      const full = Math.min(longest, shortest * 2 ** failures++);
      return Math.round(full / 2 + (random() * full) / 2);
    },
    reset() {
      failures = 0;
    },
  };
}
