import { printMoney } from '../decide/grammar/money.ts';
import type { Quote } from './quote.ts';
import { quoteStatus } from './status.ts';
import { totalsOf } from './totals.ts';

/** The offer that counts: the newest revision of the newest one. A supplement is a quote. */
export function latestOffer(quotes: readonly Quote[], kind: 'quote' | 'fee'): Quote | null {
  const all = quotes.filter(({ offer }) => (offer.kind === 'fee') === (kind === 'fee'));
  return all.toSorted((one, other) => one.made - other.made || one.offer.revision - other.offer.revision).at(-1) ?? null;
}

/** How it stands, for conditions of a process: `none` where nothing was offered. */
export const offerStanding = (quote: Quote | null, now: number): string => (quote === null ? 'none' : quoteStatus(quote, now));

/** What a process may take over from an offer: `quote.hours` (minutes), `quote.total`, `quote.valid`, `quote.eta`. */
export function offerFact(quote: Quote | null, what: string): string | null {
  return quote === null || !Object.hasOwn(facts, what) ? null : (facts[what]?.(quote) ?? null);
}

const facts: Readonly<Record<string, (quote: Quote) => string | null>> = {
  hours: ({ offer }) => String(totalsOf(offer).minutes),
  total: ({ offer }) => printMoney(totalsOf(offer).total),
  valid: ({ offer }) => offer.valid,
  eta: ({ offer }) => offer.eta,
  revision: ({ offer }) => String(offer.revision),
};
