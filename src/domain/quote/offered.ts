import type { About } from '../ask/ask.ts';
import type { Money } from '../decide/grammar/money.ts';
import { latestOffer } from './offer-facts.ts';
import type { Quote } from './quote.ts';
import { totalsOf } from './totals.ts';

/** The revision that a question about an offer is about: an answer counts for these very words. */
export function aboutOffer(kind: About['kind'], quotes: readonly Quote[]): About | null {
  const quote = kind === 'quote' || kind === 'fee' ? latestOffer(quotes, kind) : null;
  return quote === null ? null : { kind, id: quote.offer.number, revision: quote.offer.revision, hash: quote.hash };
}

/** The offer that a question is about; undefined where it is about none. */
export function offerAbout(about: About | null, quotes: readonly Quote[]): Quote | undefined {
  if (about === null || (about.kind !== 'quote' && about.kind !== 'fee')) return undefined;
  return quotes.find(({ offer, hash }) => offer.number === about.id && offer.revision === about.revision && hash === about.hash);
}

/** What a yes would cost, tax and all; null where nothing. */
export function priceOf(about: About | null, quotes: readonly Quote[]): Money | null {
  const quote = offerAbout(about, quotes);
  return quote === undefined ? null : totalsOf(quote.offer).total;
}
