/** Chance that can be thrown again: the same seed gives the same case. */
export type Dice = {
  /** Below `sides`. */
  roll(sides: number): number;
  pick<T>(list: readonly T[]): T;
  bytes(length: number): Buffer;
  /** True once in so many times. */
  once(times: number): boolean;
};

/** Mulberry32: small, and good enough to scatter. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    roll,
    pick: (list) => list[roll(list.length)] as (typeof list)[number],
    bytes: (length) => Buffer.from(Array.from({ length }, () => roll(256))),
    once: (times) => roll(times) === 0,
  };
}
