import type { Clock } from '../../domain/ports.ts';

/** Refused logins of late (F-20). */
export type Strikes = {
  /** Counts one more. @returns whether it was the last that may be tried */
  out(): boolean;
  /** Milliseconds until the next try. */
  pause(): number;
};

const most = 3;
const within = 15 * 60_000;
/** Spread over the quarter hour, so that a provider's short trouble does not stop the desk. */
const pauses = [60_000, 6 * 60_000];

export function strikes(clock: Clock): Strikes {
  let at: number[] = [];
  return {
    out() {
      const now = clock.now();
      at = [...at.filter((strike) => now - strike < within), now];
      return at.length >= most;
    },
    pause: () => pauses[at.length - 1] ?? within,
  };
}
