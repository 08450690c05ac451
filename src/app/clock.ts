import type { Clock } from '../domain/ports.ts';

/** The machine's own time, moved by `offset` ms where `--now` asks for another. */
export const systemClock = (offset = 0): Clock => ({
  now: () => Date.now() + offset,
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), longest));
    return () => clearTimeout(timer);
  },
});

/** Node's timers overflow beyond 2^31 ms and would fire at once; nobody here waits longer than a day without a look. */
const longest = 86_400_000;

/** Stands still: for one-shot commands with `--now`, and tests. */
export const fixedClock = (now: number): Clock => ({ now: () => now, after: () => () => {} });
