import type { TicketNo } from '../ids.ts';
import type { Coverage, Used } from './coverage.ts';
import type { Exception } from './exception.ts';

/** What the store is asked about contracts. */
export type ContractReads = {
  /** What was found out last about a ticket; null where nobody looked. */
  coverage(ticket: TicketNo): Promise<Coverage | null>;
  /** Words on exceptions: on the ticket, and on any ticket of the customer; oldest first. */
  exceptions(ticket: TicketNo, customer: string | null): Promise<readonly Exception[]>;
  /** What was used of a contract in [from, to), by the tickets it covers; one of them left out. */
  contractUse(number: string, span: { from: number; to: number }, except: TicketNo): Promise<Used>;
  /** Whether a customer has a ticket that is closed. */
  hasClosed(customer: string): Promise<boolean>;
};
