import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Records } from '../../domain/workflow/records.ts';

/** What is on record for a ticket beside itself. */
export async function recordsOf(at: Reading, ticket: TicketNo): Promise<Records> {
  return {
    asks: await at.asks(ticket),
    time: await at.time(ticket),
    quotes: await at.quotes(ticket),
    charges: await at.charges({ ticket }),
    openLinked: await at.openLinked(ticket),
  };
}
