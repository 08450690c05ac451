import type { Coverage } from '../contract/coverage.ts';
import { contractFacts, coverageNow } from '../contract/customer-record.ts';
import type { Facts } from '../decide/facts.ts';
import type { Ticket } from '../ticket.ts';
import { workflowNamed } from '../workflow/of-ticket.ts';
import { usesContracts } from '../workflow/uses-contracts.ts';
import { localDate } from './flow/field-for.ts';

/** What an acknowledgement says of the customer's contract; `why` is '' where contracts are no matter. */
export type CoverageShown = { why: Coverage['why'] | ''; number: string; ends: string };

export const noCoverage: CoverageShown = { why: '', number: '', ends: '' };

/**
 * Whether a new ticket is covered, as its customer reads it. Contracts matter to whoever has one on record, and to an old
 * customer whose process asks for one.
 */
export function coverageShown({ newRecords, settings, now }: Facts, ticket: Ticket): CoverageShown {
  const record = newRecords.ofCustomer;
  const isAsked = usesContracts(workflowNamed(ticket.workflow, settings.workflows));
  const matters = record.contracts.length > 0 || (isAsked && contractFacts.customer(ticket, record) === 'old');
  if (!matters) return noCoverage;
  const { why, number, ends } = coverageNow(ticket, record, now);
  return { why, number: number ?? '', ends: ends === null ? '' : localDate(ends, { language: ticket.language }) };
}
