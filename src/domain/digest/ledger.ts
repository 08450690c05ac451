import type { ArrivalId } from '../ids.ts';
import type { Outcome } from '../ticket.ts';

/** What a mail that came in became, or that nobody can say. */
export const ledgerTerms = [
  'created',
  'appended',
  'commanded',
  'bounced',
  'ignored',
  'duplicate',
  'held',
  'unaccounted',
] as const;
export type LedgerTerm = (typeof ledgerTerms)[number];

/**
 * The mail of a day: each that came is counted in one term and no other, so that `seen` is their sum. Unaccounted is what was
 * not decided by now, or is said to be on a ticket that does not exist; its first ones by number.
 */
export type MailLedger = {
  seen: number;
  terms: Readonly<Record<Outcome | 'unaccounted', number>>;
  unaccounted: readonly ArrivalId[];
};

/** What the store is asked about them: of what the desk took in [from, to). */
export type MailLedgerReads = { mailLedger(from: number, to: number): Promise<MailLedger> };
