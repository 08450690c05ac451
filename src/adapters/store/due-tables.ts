import type { Generated } from 'kysely';
import type { TicketNo } from '../../domain/ids.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** What time has to do with tickets. Nobody is named here. */
export type DueTables = {
  /** How a ticket stood from an instant on. */
  phases: {
    id: Generated<number>;
    ticket: TicketNo;
    at: number;
    state: string;
    waits_for: Ticket['waitsFor'];
    severity: string | null;
    level: string | null;
  };
  /** When a ticket is looked at next; why it was left alone until then, where it could not be dealt with. */
  looks: { ticket: TicketNo; at: number; failed: string | null };
  /** What time brought about, by its key. */
  done_by_time: { ticket: TicketNo; key: string; at: number };
  job_runs: { name: string; at: number; ran: number | null; claimed: number | null; failed: string | null };
  /** What was told that hangs on no ticket, by its key: contracts, absences. */
  told_once: { key: string; at: number };
};
