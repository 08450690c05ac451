import type { Generated } from 'kysely';
import type { AssociateId, TicketNo } from '../../domain/ids.ts';
import type { KeptClock } from '../../domain/sla/kept-clock.ts';
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
  /** By handle. `to_handle` null: nobody in particular. */
  handed_over: { ticket: TicketNo; from_handle: string; to_handle: string | null };
  /** What was told that hangs on no ticket, by its key: contracts, absences. */
  told_once: { key: string; at: number };
  /** Of service plans, as they stood when the ticket was last looked at. */
  clocks: KeptClock & { ticket: TicketNo };
  /** Mails that come again and again: when somebody's last came (null: none did), and whether they want no more. */
  digests: { associate: AssociateId; name: string; at: number | null; off: number };
};
