import { ticketNo } from '../../../src/domain/ids.ts';
import type { Offer, Quote } from '../../../src/domain/quote/quote.ts';

const rate = { amount: 6000, currency: 'EUR' };

/** Three hours at 60 EUR and 19 % tax, for HD-1042. */
export const anOffer = (change: Partial<Offer> = {}): Offer => ({
  ...{ number: 1, revision: 1, kind: 'quote', tickets: [ticketNo(1042)], adds: null, title: 'Login' },
  ...{ recipient: ['Globex', 'Jane Roe'], language: 'en', scope: { included: [], excluded: [] } },
  lines: [
    {
      text: 'Fix',
      measure: { kind: 'hours', minutes: 180, work: 'work', rate },
      net: { amount: 18000, currency: 'EUR' },
      tax: '19',
    },
  ],
  ...{ currency: 'EUR', rounding: 'rate', terms: '', eta: null, valid: '2026-12-01', zone: 'Europe/London', report: null },
  ...change,
});

/** The same on record. */
export const aQuote = (change: Partial<Offer> = {}, status: Quote['status'] = 'open'): Quote => ({
  ...{ offer: anOffer(change), hash: 'a'.repeat(64), status, po: null, by: 'maria', made: 0, settled: null },
});
