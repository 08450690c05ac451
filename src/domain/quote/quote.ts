import type { Money } from '../decide/grammar/money.ts';
import type { TicketNo } from '../ids.ts';
import type { Actor } from '../ticket.ts';

/** `fee`: for an analysis before there can be a quote. `supplement`: for more than an approved quote holds. */
export type QuoteKind = 'quote' | 'fee' | 'supplement';

/** `expired` is no event: whoever looks after its last day finds it so (`quoteStatus`). */
export type QuoteStatus = 'open' | 'approved' | 'declined' | 'expired' | 'superseded';

/** What a line costs comes from: hours at a rate (null: a fixed price for them), pieces, or a price alone. */
export type Measure =
  | { kind: 'hours'; minutes: number; work: string; rate: Money | null }
  | { kind: 'pieces'; count: number; price: Money }
  | { kind: 'fixed' };

export type QuoteLine = {
  text: string;
  measure: Measure;
  /** Before tax. */
  net: Money;
  /** Percent, as written: `'19'`, `'7.7'`; `'0'` where none is due. */
  tax: string;
};

/** What the customer reads and says yes or no to, whole: another word of it is another revision. */
export type Offer = {
  /** Its number on its ticket, the same for every revision: the first thing offered there is 1. */
  number: number;
  revision: number;
  kind: QuoteKind;
  /** The ticket it is on, then those it is for as well. */
  tickets: readonly TicketNo[];
  /** The approved quote that a supplement adds to. */
  adds: number | null;
  title: string;
  /** Whom it is for, as the letter's address shows them: customer, contact. */
  recipient: readonly string[];
  language: string;
  /** What is in it, and what expressly is not; a point each. */
  scope: { included: readonly string[]; excluded: readonly string[] };
  lines: readonly QuoteLine[];
  currency: string;
  rounding: Rounding;
  terms: string;
  /** A day, or a moment of it, as `printWhen` writes it; null where nothing is promised. */
  eta: string | null;
  /** Last day it can be approved, ISO, and whose day that is. */
  valid: string;
  zone: string;
  /** The analysis that it rests on: both go out together, for one answer. */
  report: Report | null;
};

/** What an analysis found: each as many lines as its writer took. */
export type Report = { underlying: string; actions: string; aftermath: string };

/** Where tax is rounded to the minor unit: once on all lines of a rate, or on each line. */
export type Rounding = 'rate' | 'line';

export type Quote = {
  offer: Offer;
  /** SHA-256 of the offer (`offerText`): an answer counts for these very words. */
  hash: string;
  /** As it was last settled; an `open` one may be over by now. */
  status: Exclude<QuoteStatus, 'expired'>;
  /** The customer's own order number, however late they name it. */
  po: string | null;
  /** Handle of who made it. */
  by: string;
  /** Epoch ms. */
  made: number;
  settled: { at: number; by: Actor; reason: string } | null;
};

/** Of several on a ticket: which. */
export type QuoteKey = { ticket: TicketNo; number: number; revision: number };

export const quoteKey = ({ offer: { tickets, number, revision } }: Quote): QuoteKey => {
  const [ticket] = tickets;
  if (ticket === undefined) throw new RangeError('an offer is on a ticket');
  return { ticket, number, revision };
};

/** `HD-1042-Q2`, of a fee `HD-1042-F1`: the same for every revision. `tag`: of its ticket. */
export const quoteName = (tag: string, { kind, number }: Pick<Offer, 'kind' | 'number'>): string =>
  `${tag}-${kind === 'fee' ? 'F' : 'Q'}${number}`;

/** The text that the hash is taken of: the same for the same offer, in whatever order its parts were put. */
export function offerText(offer: Offer): string {
  return JSON.stringify(offer, (_key, value: unknown) =>
    isPlain(value) ? Object.fromEntries(Object.entries(value).sort(byKey)) : value,
  );
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);

export type QuoteReads = {
  /** Whatever was offered on a ticket, or for it on another; each revision, the oldest first. */
  quotes(ticket: TicketNo): Promise<readonly Quote[]>;
};

/** What may change of a quote after it was made. */
type QuoteChange = Partial<Pick<Quote, 'status' | 'po' | 'settled'>>;

export type QuoteEffect =
  | { act: 'keep-quote'; quote: Quote }
  | { act: 'change-quote'; quote: QuoteKey; set: QuoteChange }
  /** It was never offered: taken back before it left. */
  | { act: 'drop-quote'; quote: QuoteKey };
