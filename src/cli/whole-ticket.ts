import { withDirectory } from '../app/journey/5-directory.ts';
import { deskHours } from '../domain/calendar/desk-hours.ts';
import { type TicketNo, ticketNo } from '../domain/ids.ts';
import type { Reading } from '../domain/ports.ts';
import type { Settings } from '../domain/settings.ts';
import { clocksOf } from '../domain/sla/clocks-of.ts';
import { workflowOf } from '../domain/workflow/of-ticket.ts';
import type { WholeTicket } from './public-shapes.ts';

/** All that is shown of one ticket; null where there is none of that number. */
export async function wholeTicket(at: Reading, number: TicketNo, known: Settings, now: number): Promise<WholeTicket | null> {
  const ticket = await at.ticket(number);
  if (ticket === null) return null;
  const settings = await withDirectory(at, known);
  const workflow = await workflowOf(ticket, settings.workflows, at);
  const messages = await at.messages(number);
  const journal = await at.journal(number);
  const phases = await at.phases(number);
  return {
    ticket,
    clocks: clocksOf({ ticket, workflow, messages, journal }, phases, settings, deskHours(settings), now),
    participants: await at.participants(number),
    messages,
    journal,
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
