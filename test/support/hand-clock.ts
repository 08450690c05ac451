import type { Clock } from '../../src/domain/ports.ts';

/** A clock that moves by hand only. */
export type HandClock = Clock & {
  /** Lets time pass: whatever falls due runs, in order, at its own instant. */
  passes(ms: number): void;
  /** Milliseconds from now until the next thing is due; null where nothing waits. */
  nextDue(): number | null;
};

export function handClock(start = Date.UTC(2026, 10, 2, 9)): HandClock {
  let now = start;
  const waiting = new Set<{ at: number; run: () => void }>();
  const next = () => [...waiting].toSorted((one, other) => one.at - other.at)[0];
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    passes(ms) {
      const end = now + ms;
      for (let due = next(); due && due.at <= end; due = next()) {
        waiting.delete(due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = end;
    },
    nextDue: () => {
      const due = next();
      return due ? due.at - now : null;
    },
  };
}
