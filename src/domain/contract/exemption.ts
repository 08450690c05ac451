import type { ArrivalId, TicketNo } from '../ids.ts';
import { dayOf } from './term.ts';

/** What was asked of the manager, or decided: a ticket is worked on although no contract pays for it. */
export type Exemption = {
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

/** The exemption that stands for a ticket at a moment; the latest word on one counts. */
export function exemptionFor(
  all: readonly Exemption[],
  on: { ticket: TicketNo; customer: string | null; at: number; zone: string },
): Exemption | null {
  const own = all.filter(({ ticket, until }) => ticket === on.ticket && until === null).at(-1);
  if (own?.state === 'approved') return own;
  const day = dayOf(on.at, on.zone);
  const wide = all.filter(({ customer, until }) => until !== null && customer !== null && customer === on.customer);
  return wide.findLast(({ state, until }) => state === 'approved' && until !== null && until >= day) ?? null;
}

/** How far the question of an exemption has come on a ticket. */
export function exemptionState(all: readonly Exemption[], ticket: TicketNo): 'none' | Exemption['state'] {
  return all.filter((one) => one.ticket === ticket).at(-1)?.state ?? 'none';
}
