import { type TicketNo, ticketNo } from '../domain/ids.ts';
import type { Reading } from '../domain/ports.ts';
import type { WholeTicket } from './public-shapes.ts';

/** All that is shown of one ticket; null where there is none of that number. */
export async function wholeTicket(at: Reading, number: TicketNo): Promise<WholeTicket | null> {
  const ticket = await at.ticket(number);
  if (ticket === null) return null;
  return {
    ticket,
    participants: await at.participants(number),
    messages: await at.messages(number),
    journal: await at.journal(number),
    time: await at.time(number),
    kin: await at.kin(number),
    asks: await at.asks(number),
    quotes: await at.quotes(number),
    charges: await at.charges({ ticket: number }),
  };
}

/** `HD-1042` or `1042`. */
export function numberIn(named: string, prefix: string): TicketNo | null {
  const digits = named.toUpperCase().startsWith(`${prefix.toUpperCase()}-`) ? named.slice(prefix.length + 1) : named;
  return /^\d{1,9}$/.test(digits) ? ticketNo(Number(digits)) : null;
}
