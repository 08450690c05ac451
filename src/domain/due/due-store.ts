import type { TicketNo } from '../ids.ts';
import type { Phase } from './phase.ts';

/** What the store is asked about things that time brings. */
export type DueReads = {
  /** Tickets to look at by an instant: whatever changed on them, or what they wait for is due; the soonest first. */
  toLookAt(by: number, limit: number): Promise<readonly TicketNo[]>;
  /** When a ticket is looked at next; null: when something changes on it. */
  nextLook(ticket: TicketNo): Promise<number | null>;
  /** How it stood, from its beginning to now. */
  phases(ticket: TicketNo): Promise<readonly Phase[]>;
  /** When one of us last did or wrote something on it. */
  lastByUs(ticket: TicketNo): Promise<number | null>;
  /** What time brought about on it already, and when. */
  doneByTime(ticket: TicketNo): Promise<ReadonlyMap<string, number>>;
  /** The timed jobs that ever ran, in no order. */
  jobRuns(): Promise<readonly JobRun[]>;
};

/** The last run of a timed job. `failed`: why, in one line; null where all went well. */
export type JobRun = { name: string; at: number; failed: string | null };

export type DueEffect =
  /** Whatever else changes on the ticket has it looked at too, at once. Null: only that. */
  | { act: 'look-again'; ticket: TicketNo; at: number | null }
  /** Calendars may say something else by now: all that waits for its time is looked at anew. */
  | { act: 'look-at-all' }
  | { act: 'mark-done'; ticket: TicketNo; keys: readonly string[] }
  | { act: 'keep-job-run'; run: JobRun };
