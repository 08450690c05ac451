import { expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { type Offer, offerText, quoteKey, quoteName } from '../../../src/domain/quote/quote.ts';

const offer: Offer = {
  ...{ number: 1, revision: 2, kind: 'quote', tickets: [ticketNo(1042)], adds: null, title: 'Login', recipient: ['Globex'] },
  ...{ language: 'en', scope: { included: [], excluded: [] }, lines: [], currency: 'EUR', rounding: 'rate', terms: '' },
  ...{ eta: null, valid: '2026-12-01', zone: 'UTC', report: null },
};

test('the text of an offer is the same in whatever order its parts were put, and another for another word', () => {
  const turned = Object.fromEntries(Object.entries(offer).toReversed()) as Offer;
  expect(offerText(turned)).toBe(offerText(offer));
  expect(offerText({ ...offer, terms: 'none' })).not.toBe(offerText(offer));
});

test('a quote and a fee have names of their own, the same for each revision', () => {
  expect(quoteName('HD-1042', offer)).toBe('HD-1042-Q1');
  expect(quoteName('HD-1042', { kind: 'fee', number: 3 })).toBe('HD-1042-F3');
  const quote = { offer, hash: '', status: 'open', po: null, by: 'maria', made: 0, settled: null } as const;
  expect(quoteKey(quote)).toEqual({ ticket: 1042, number: 1, revision: 2 });
});
