import type { Clock } from '../../domain/ports.ts';

/** A clock that somebody else moves, never back; nothing is set by it. */
export type SteppingClock = Clock & { goTo(at: number): void };

/** Stands at `start` (epoch ms) until it is moved. */
export function steppingClock(start: number): SteppingClock {
  let now = start;
  return {
    now: () => now,
    after: () => () => {},
    goTo(at) {
      now = Math.max(now, at);
    },
  };
}
