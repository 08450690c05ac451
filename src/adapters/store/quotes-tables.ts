import type { Generated } from 'kysely';
import type { ArrivalId, AssociateId, TicketNo } from '../../domain/ids.ts';
import type { Quote } from '../../domain/quote/quote.ts';
import type { Actor } from '../../domain/ticket.ts';

/** What is offered, what is owed, and when people talk. */
export type QuoteTables = {
  quotes: QuoteTable;
  /** Tickets that an offer is for, its own left out. */
  quote_tickets: { ticket: TicketNo; number: number; revision: number; other: TicketNo };
  charges: ChargeTable;
  /** JSON of a `Talk`; null once its ticket was emptied. */
  talks: { ticket: TicketNo; number: number; talk: string | null };
};

type QuoteTable = {
  ticket: TicketNo;
  number: number;
  revision: number;
  status: Quote['status'];
  hash: string;
  /** JSON of an `Offer`, names in it too; null once its ticket was emptied. */
  offer: string | null;
  po: string | null;
  associate: AssociateId;
  made: number;
  settled: number | null;
  settled_kind: Actor['kind'] | null;
  settled_by: number | null;
  reason: string;
};

/** Minor units of `currency`; either `minutes` or `total` is set. */
export type ChargeTable = {
  id: Generated<number>;
  ticket: TicketNo;
  once: string;
  kind: string;
  customer: string | null;
  at: number;
  month: string;
  minutes: number | null;
  rate: number | null;
  net: number | null;
  tax: number | null;
  total: number | null;
  currency: string | null;
  quote: number | null;
  /** The ticket that the offer is on. */
  quote_ticket: TicketNo | null;
  revision: number | null;
  arrival: ArrivalId | null;
  voided: number | null;
  voided_why: string;
};
