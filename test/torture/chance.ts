/** Choices that come out the same for the same seed. */
export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of several; they must not be none. */
  pick<T>(from: readonly T[]): T;
  /** One key of a table of weights. */
  weighted<K extends string>(weights: Partial<Readonly<Record<K, number>>>): K;
  bytes(count: number): Buffer;
};

/** The generator mulberry32: 32 bits of state, more than enough to choose what to break next. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole: Chance['whole'] = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    pick(from) {
      const picked = from[whole(0, from.length - 1)];
      if (picked === undefined) throw new Error('expected something to pick from');
      return picked;
    },
    weighted(weights) {
      const rows = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * rows.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of rows) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error('expected weights above nothing');
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => whole(0, 255))),
  };
}
