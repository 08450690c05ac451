import type { Ask } from '../ask/ask.ts';
import type { Talk } from '../calendar/talk.ts';
import { type CustomerRecord, noCustomer } from '../contract/customer-record.ts';
import type { ProvedCharge } from '../quote/charge.ts';
import type { Quote } from '../quote/quote.ts';
import type { TimeEntry } from '../ticket.ts';

/** What is on record for a ticket beside its own values, as its process may ask for it. */
export type Records = {
  /** All that were ever put, the oldest first. */
  asks: readonly Ask[];
  time: readonly TimeEntry[];
  /** On it, or for it on another ticket; each revision, the oldest first. */
  quotes: readonly Quote[];
  /** The first one first. */
  talks: readonly Talk[];
  charges: readonly ProvedCharge[];
  ofCustomer: CustomerRecord;
  /** Tickets that hang on it or are linked with it, and are not closed. */
  openLinked: number;
};

export const noRecords: Records = {
  asks: [],
  time: [],
  quotes: [],
  talks: [],
  charges: [],
  ofCustomer: noCustomer,
  openLinked: 0,
};

/** Names of the asks that wait for an answer. */
export const openAsks = ({ asks }: Pick<Records, 'asks'>): string[] => [
  ...new Set(asks.filter(({ state }) => state === 'open').map(({ ask }) => ask)),
];
