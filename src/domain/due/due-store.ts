import type { HandedOver } from '../decide/away.ts';
import type { OutboxId, TicketNo } from '../ids.ts';
import type { KeptClock } from '../sla/kept-clock.ts';
import type { LateMail } from './late-mails.ts';
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
  /** Tickets that could not be dealt with and rest until they are tried again. */
  stuck(): Promise<readonly { ticket: TicketNo; failed: string }[]>;
  /** The timed jobs that are known, in no order. */
  jobRuns(): Promise<readonly JobRun[]>;
  /** Mails that time wrote and that should have left by an instant, none of them about something severe. */
  lateMails(by: number): Promise<readonly LateMail[]>;
  /** Tickets that others have while somebody is away. */
  handedOver(): Promise<readonly HandedOver[]>;
  /** Which of these was told already. */
  toldOnce(keys: readonly string[]): Promise<ReadonlySet<string>>;
};

/** What is known of a timed job. Times in epoch ms. */
export type JobRun = {
  name: string;
  /** From when its next run is counted: the last one, or when the job was first met. */
  at: number;
  /** The last run that ended; null where there is none yet. */
  ran: number | null;
  /** Somebody runs it just now, and has this long; null where nobody does. */
  claimed: number | null;
  /** Why the last run failed, a line each; null where all went well. */
  failed: string | null;
};

export type DueEffect =
  /** Whatever else changes on the ticket has it looked at too, at once. Null: only that. */
  | { act: 'look-again'; ticket: TicketNo; at: number | null; failed?: string }
  /** Calendars may say something else by now: all that waits for its time is looked at anew. */
  | { act: 'look-at-all' }
  | { act: 'mark-done'; ticket: TicketNo; keys: readonly string[] }
  | { act: 'keep-clocks'; ticket: TicketNo; clocks: readonly KeptClock[] }
  | { act: 'keep-job-run'; run: JobRun }
  /** Runs that a process before this one began are over. */
  | { act: 'free-jobs' }
  /** A mail that nobody tried to send yet leaves no sooner than then. */
  | { act: 'put-off'; mail: OutboxId; at: number }
  | { act: 'keep-handed'; handed: HandedOver }
  | { act: 'drop-handed'; ticket: TicketNo }
  /** Told, and never again. */
  | { act: 'tell-once'; keys: readonly string[] };
