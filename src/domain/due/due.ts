import type { Ask, Asked } from '../ask/ask.ts';
import { markDues } from '../attention/mark-dues.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Mark, MarkAt } from '../sla/marks.ts';
import type { Clock } from '../sla/read-clocks.ts';
import type { Ticket } from '../ticket.ts';
import { paused } from '../workflow/state-plan.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { askDues } from './ask-dues.ts';
import type { Phase } from './phase.ts';
import { stateDues } from './state-dues.ts';
import { type Unheld, unassignedDues } from './unassigned.ts';

/** What is to be done on a ticket because time passed, and from when on (epoch ms). `keys`: what is done with it, never again. */
export type Due = { at: number; keys: readonly string[] } & (
  | { kind: 'remind'; ask: Ask; whom: Asked; isLast: boolean }
  | { kind: 'silent' | 'expired'; ask: Ask }
  | { kind: 'after' | 'quiet'; wait: string }
  | { kind: 'breached'; clock: string }
  | { kind: 'marks'; clock: Clock; marks: readonly Mark[] }
  | { kind: 'alarm' }
  | { kind: 'unassigned'; to: readonly ('team' | 'lead')[] }
  | { kind: 'contract-ends' | 'wake' }
);

/** Everything that decides what is due. */
export type DueFacts = {
  now: number;
  ticket: Pick<Ticket, 'state' | 'waitsFor' | 'pausedUntil' | 'closed' | 'deleted' | 'mergedInto' | 'fields'>;
  workflow: Pick<Workflow, 'steps'>;
  asks: readonly Ask[];
  /** The oldest first, the last as it is now. */
  phases: readonly Phase[];
  /** Those of the service plan that run on it. */
  clocks: readonly Pick<Clock, 'name' | 'state' | 'due'>[];
  /** Points on those clocks at which one of us is to hear of it. */
  marks: readonly MarkAt[];
  /** Since when it is so severe that those on call are woken; null: it is not. */
  alarm: number | null;
  /** When the contract is over that it stands on; null where it stands on none. */
  contractEnds: number | null;
  /** Nobody has it; null: somebody does, or nobody minds. */
  unheld: Unheld | null;
  /** When one of us last did or wrote something on it. */
  lastByUs: number;
  /** What was done already, and when. */
  done: ReadonlyMap<string, number>;
  /** In which waits pass. */
  calendar: WorkCalendar;
  reader(whom: Asked): Reader;
};

/** When somebody reads mail, and until when they are away. */
export type Reader = { calendar: WorkCalendar; awayUntil: number | null };

/**
 * What time will do to a ticket as it is, the soonest first; what lies in the past is due now. A ticket on hold waits with
 * everything but its waking: what fell due meanwhile is due as soon as it is taken up again.
 */
export function dueOf(facts: DueFacts): readonly Due[] {
  const { ticket } = facts;
  if (ticket.closed !== null || ticket.deleted !== null || ticket.mergedInto !== undefined) return [];
  if (ticket.state === paused) return ticket.pausedUntil === null ? [] : [{ kind: 'wake', at: ticket.pausedUntil, keys: [] }];
  const contract: Due[] = facts.contractEnds === null ? [] : [{ kind: 'contract-ends', at: facts.contractEnds, keys: [] }];
  const open = facts.asks.filter(({ state }) => state === 'open');
  return [
    ...open.flatMap((ask) => askDues(facts, ask)),
    ...stateDues(facts),
    ...markDues(facts),
    ...unassignedDues(facts),
    ...contract,
  ].toSorted((one, other) => one.at - other.at);
}
