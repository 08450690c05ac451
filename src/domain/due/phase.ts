import type { Party } from '../ticket.ts';
import { paused } from '../workflow/state-plan.ts';

/** How a ticket stood from an instant on, until the next phase: the past that clocks are read from. */
export type Phase = {
  /** Epoch ms. */
  at: number;
  state: string;
  waitsFor: Party;
  severity: string | null;
  level: string | null;
};

/** Time in the state a ticket is in: since when, and how much of it was spent on hold, in ms. */
export type Stay = { since: number; held: number };

/** Reads how long a ticket has been where it is; a hold in between interrupts the stay, it does not end it. */
export function stayOf(phases: readonly Phase[]): Stay {
  const state = phases.at(-1)?.state;
  const first = phases.findLastIndex((phase) => phase.state !== state && phase.state !== paused) + 1;
  const entered = phases.findIndex((phase, index) => index >= first && phase.state === state);
  return {
    since: phases[entered]?.at ?? 0,
    held: phases.reduce(
      (sum, phase, index) => sum + (index > entered && phase.state === paused ? lengthOf(phases, index) : 0),
      0,
    ),
  };
}

/** Since when all phases up to now have had something in common. */
export function sinceWhen(phases: readonly Phase[], holds: (phase: Phase) => boolean): number {
  return phases[phases.findLastIndex((phase) => !holds(phase)) + 1]?.at ?? 0;
}

const lengthOf = (phases: readonly Phase[], index: number): number =>
  (phases[index + 1]?.at ?? phases[index]?.at ?? 0) - (phases[index]?.at ?? 0);
