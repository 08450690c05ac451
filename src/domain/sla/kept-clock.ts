import type { TicketNo } from '../ids.ts';
import type { Clock } from './read-clocks.ts';

/**
 * A clock as it stood when its ticket was last looked at. `due`: when it runs out, or ran out, while it does not stand still;
 * `ended`: when what it waited for came, in time or late; null while it does not.
 */
export type KeptClock = { name: string; state: Clock['state']; due: number | null; ended: number | null };

/** What the store is asked about clocks. One that ran on is late from its `due` on, whether anybody has looked since or not. */
export type ClockReads = {
  clocksOn(tickets: readonly TicketNo[]): Promise<ReadonlyMap<TicketNo, readonly KeptClock[]>>;
  /** How many open tickets are late, by the handle of whoever has them. */
  lateByHolder(): Promise<ReadonlyMap<string, number>>;
};

/** What is kept of a clock. */
export function keptClock({ name, state, due, stretches }: Clock): KeptClock {
  const ended = stretches.at(-1)?.to ?? null;
  return { name, state, due: state === 'running' || state === 'breached' ? due : null, ended };
}

/** Of the clocks on a ticket the one that runs out first, or is late the longest; null where none goes on. */
export function soonest(clocks: readonly KeptClock[]): (KeptClock & { due: number }) | null {
  const running = clocks.flatMap((clock) => (clock.due === null || clock.ended !== null ? [] : [{ ...clock, due: clock.due }]));
  return running.toSorted((one, other) => one.due - other.due)[0] ?? null;
}
