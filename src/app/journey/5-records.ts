import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Records } from '../../domain/workflow/records.ts';

/** What is on record for a ticket beside itself. */
export async function recordsOf(at: Reading, ticket: TicketNo): Promise<Records> {
  const { links, hanging } = await at.kin(ticket);
  const others = await Promise.all([...new Set([...links, ...hanging])].map((number) => at.ticket(number)));
  return {
    asks: await at.asks(ticket),
    time: await at.time(ticket),
    quotes: await at.quotes(ticket),
    charges: await at.charges({ ticket }),
    openLinked: others.filter((other) => other !== null && other.closed === null && other.deleted === null).length,
  };
}
