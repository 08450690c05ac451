import type { Clock } from '../../../domain/ports.ts';

type FailedLogins = {
  /** Whether a password may be tried now at all. */
  mayTry(key: string): boolean;
  /** Counts a failure. @returns how many there were lately */
  failed(key: string): number;
  succeeded(key: string): void;
};

/** Failures after which nobody is asked any more, until the window has passed. */
const maxFailures = 5;
const window = 15 * 60_000;
/** Keys remembered; beyond that the oldest goes, so that a flood of names cannot fill memory. */
const maxKeys = 1_000;

/** Milliseconds to let a client wait for the news that its n-th login failed: 1 s, 2 s, 4 s, 8 s. */
export const penalty = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 8_000);

/** Remembers failed logins by client and name: guessing is slow, and one guesser cannot lock out another client. */
export function failedLogins(clock: Pick<Clock, 'now'>): FailedLogins {
  const failures = new Map<string, { count: number; last: number }>();
  const recent = (key: string): number => {
    const entry = failures.get(key);
    return entry !== undefined && clock.now() - entry.last < window ? entry.count : 0;
  };
  return {
    mayTry: (key) => recent(key) < maxFailures,
    failed(key) {
      const count = recent(key) + 1;
      failures.delete(key);
      failures.set(key, { count, last: clock.now() });
      for (const oldest of failures.keys()) {
        if (failures.size <= maxKeys) break;
        failures.delete(oldest);
      }
      return count;
    },
    succeeded: (key) => void failures.delete(key),
  };
}
