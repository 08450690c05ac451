import type { Party } from '../ticket.ts';
import type { Condition, Step, Tell } from './workflow.ts';

/** What a trigger comes to on one ticket: where it goes, and what is to be done on the way. Nothing of it is done yet. */
export type Moved = {
  kind: 'moved';
  /** The step that the trigger fired, then those that followed at once. None: a ticket that begins here. */
  steps: readonly Step[];
  state: string;
  stage: string | null;
  waitsFor: Party;
  /** The states it came by, the latest last, none twice: `back` returns to the last. */
  trail: readonly string[];
  /** What came along, and what the steps set. */
  sets: Readonly<Record<string, string | null>>;
  /** Those whose condition holds. */
  tells: readonly Tell[];
  asks: readonly string[];
  /** Open asks that lead nowhere from here, and those that are put anew. */
  withdraws: readonly string[];
  charges: readonly string[];
  /** A line for each step: what fired it, what held. */
  why: readonly string[];
};

/** Why it comes to nothing, for the one who tried. */
export type NotMoved =
  /** The process has no such step from this state; `from`: states where it has. */
  | { kind: 'not-here'; from: readonly string[] }
  /** It has, but somebody else takes it. */
  | { kind: 'not-yours'; by: readonly string[] }
  | { kind: 'lacking'; lacks: readonly { fact: string; wanted: Condition; has: string | null }[] }
  /** It may be taken, with values that have to come along: their fields. */
  | { kind: 'wanting'; step: Step; wants: readonly string[] };
