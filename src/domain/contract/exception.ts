import type { ArrivalId, TicketNo } from '../ids.ts';
import { dayOf } from './term.ts';

/** What was asked of the manager, or decided: a ticket is worked on although no contract pays for it. */
export type Exception = {
  ticket: TicketNo;
  /** Null where nobody knows whose ticket it is. */
  customer: string | null;
  state: 'open' | 'approved' | 'refused';
  /** Who decided, by handle or as named: a call is recorded by somebody else. Null while it is open. */
  by: string | null;
  via: 'mail' | 'phone' | 'chat' | 'meeting' | 'staff';
  recordedBy: string | null;
  reason: string;
  /** ISO date: every ticket of the customer up to the end of that day. Null: this ticket only, until it closes. */
  until: string | null;
  /** Epoch ms. */
  at: number;
  evidence: ArrivalId | null;
};

/** The exception that stands for a ticket at a moment; the latest word on one counts. */
export function exceptionFor(
  all: readonly Exception[],
  on: { ticket: TicketNo; customer: string | null; at: number; zone: string },
): Exception | null {
  const own = all.filter(({ ticket, until }) => ticket === on.ticket && until === null).at(-1);
  if (own?.state === 'approved') return own;
  const day = dayOf(on.at, on.zone);
  const wide = all.filter(({ customer, until }) => until !== null && customer !== null && customer === on.customer);
  return wide.findLast(({ state, until }) => state === 'approved' && until !== null && until >= day) ?? null;
}

/** How far the question of an exception has come on a ticket. */
export function exceptionState(all: readonly Exception[], ticket: TicketNo): 'none' | Exception['state'] {
  return all.filter((one) => one.ticket === ticket).at(-1)?.state ?? 'none';
}
