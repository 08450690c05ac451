import type { ContractSettings } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { type Coverage, claimOf, coverageOf, type Used } from './coverage.ts';
import { type Exception, exceptionFor, exceptionState } from './exception.ts';
import { type OldRule, standingOf } from './standing.ts';

/** What is on record for a ticket's customer, as coverage and the question new or old look at it. */
export type CustomerRecord = {
  /** Null: nobody knows whose ticket it is. */
  customer: string | null;
  contracts: readonly ContractSettings[];
  /** What other tickets used of each contract in its term, by its number. */
  used: ReadonlyMap<string, Used>;
  /** Words on exceptions, on this ticket and others of the customer; oldest first. */
  exceptions: readonly Exception[];
  hasClosed: boolean;
  said: 'new' | 'old' | null;
  /** Whose clocks its days go by. */
  zone: string;
  rule: OldRule;
  /** What was found out last about this ticket. */
  coverage: Coverage | null;
};

export const noCustomer: CustomerRecord = {
  ...{ customer: null, contracts: [], used: new Map(), exceptions: [], hasClosed: false, said: null },
  ...{ zone: 'UTC', rule: 'contract_or_closed', coverage: null },
};

type Claiming = Pick<Ticket, 'number' | 'type' | 'fields'>;

/** Whether and why a ticket is covered at a moment. */
export function coverageNow(ticket: Claiming, record: CustomerRecord, now: number): Coverage {
  const { contracts, used, exceptions, customer, zone } = record;
  const exception = exceptionFor(exceptions, { ticket: ticket.number, customer, at: now, zone });
  return coverageOf(contracts, claimOf(ticket, now, zone), used, exception);
}

/** The same as conditions of a process name it. */
export const contractFacts = {
  customer: (_: Claiming, { customer, contracts, hasClosed, said, rule }: CustomerRecord): string =>
    standingOf(customer === null ? null : { contracts, hasClosed, said }, rule),
  contract: (ticket: Claiming, record: CustomerRecord, now: number): string => coverageNow(ticket, record, now).contract,
  covered: (ticket: Claiming, record: CustomerRecord, now: number): string =>
    coverageNow(ticket, record, now).covered ? 'yes' : 'no',
  /** Whether the hours that its contract includes still hold something. */
  bag: (ticket: Claiming, record: CustomerRecord, now: number): string => {
    const { minutesLeft } = coverageNow(ticket, record, now);
    return minutesLeft === null ? 'none' : minutesLeft > 0 ? 'enough' : 'short';
  },
  exception: ({ number }: Claiming, { exceptions }: CustomerRecord): string => exceptionState(exceptions, number),
} as const;
