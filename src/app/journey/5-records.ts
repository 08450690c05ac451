import type { Reading } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Records } from '../../domain/workflow/records.ts';
import { customerRecordOf } from './5-customer-record.ts';

/** What is on record for a ticket beside itself. */
export async function recordsOf(
  at: Reading,
  { number: ticket, customer }: Pick<Ticket, 'number' | 'customer'>,
  settings: Pick<Settings, 'customers' | 'desk'>,
): Promise<Records> {
  return {
    asks: await at.asks(ticket),
    time: await at.time(ticket),
    quotes: await at.quotes(ticket),
    talks: await at.talks(ticket),
    charges: await at.charges({ ticket }),
    ofCustomer: await customerRecordOf(at, ticket, customer, settings),
    openLinked: await at.openLinked(ticket),
  };
}
