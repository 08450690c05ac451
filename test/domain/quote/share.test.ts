import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { chargesArising } from '../../../src/domain/quote/charge.ts';
import type { QuoteLine } from '../../../src/domain/quote/quote.ts';
import { plainRates } from '../../../src/domain/quote/rates.ts';
import { shareOf } from '../../../src/domain/quote/share.ts';
import { totalsOf } from '../../../src/domain/quote/totals.ts';
import { anOffer, aQuote } from './a-quote.ts';

const [t1, t2, t3] = [ticketNo(1042), ticketNo(1043), ticketNo(1044)];

const line = (text: string, amount: number, minutes = 0, tax = '19'): QuoteLine => ({
  ...{ text, net: { amount, currency: 'EUR' }, tax },
  measure: minutes === 0 ? { kind: 'fixed' } : { kind: 'hours', minutes, work: 'work', rate: null },
});

const shares = (lines: readonly QuoteLine[]) =>
  [t1, t2].map((ticket) => {
    const { net, tax, total, minutes } = shareOf(anOffer({ lines, tickets: [t1, t2] }), ticket);
    return [net.amount, tax.amount, total.amount, minutes];
  });

test('one price for several tickets falls on them evenly; the odd cent on the first', () => {
  expect(shares([line('For both', 30_001, 181)])).toEqual([
    [15_001, 2850, 17_851, 91],
    [15_000, 2850, 17_850, 90],
  ]);
});

test('a line that names one of them by its number is that ticket’s alone', () => {
  const lines = [line('HD-1043: Fix the scanner', 10_000, 60), line('Fix the printer (HD-1042)', 6000), line('Travel', 2000)];
  expect(shares(lines)).toEqual([
    [7000, 1330, 8330, 0],
    [11_000, 2090, 13_090, 60],
  ]);
  expect(shares([line('SN-10421 and 1043', 100)])).toEqual(shares([line('no number', 100)]));
});

test('law: the parts of an offer add up to it, whatever its lines, its rounding and how many bear it', () => {
  const aLine = fc.record({
    text: fc.constantFrom('Travel', 'HD-1042 Login', 'HD-1043: Scanner', 'HD-1044, HD-1043'),
    amount: fc.integer({ min: -1000, max: 1_000_000 }),
    minutes: fc.integer({ min: 0, max: 900 }),
    tax: fc.constantFrom('19', '7', '7.7', '0'),
  });
  const offers = fc.record({ lines: fc.array(aLine, { minLength: 1, maxLength: 6 }), rounding: fc.constantFrom('rate', 'line') });
  fc.assert(
    fc.property(offers, ({ lines: drawn, rounding }) => {
      const lines = drawn.map(({ text, amount, minutes, tax }) => line(text, amount, minutes, tax));
      const offer = anOffer({ lines, rounding, tickets: [t1, t2, t3] });
      const all = offer.tickets.map((ticket) => shareOf(offer, ticket));
      const { net, total, minutes } = totalsOf(offer);
      expect(all.reduce((sum, one) => sum + one.net.amount, 0)).toBe(net.amount);
      expect(all.reduce((sum, one) => sum + one.total.amount, 0)).toBe(total.amount);
      expect(all.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes);
    }),
  );
});

test('each ticket owes its part once, named by the ticket that the offer is on', () => {
  const quotes = [aQuote({ tickets: [t1, t2] }, 'approved')];
  const on = { customer: 'globex', quotes, time: [], charges: [] };
  const owed = (ticket: typeof t1) => chargesArising('quote', { ...on, ticket }, plainRates, 0, 'UTC');
  expect(owed(t1)).toMatchObject([{ ticket: t1, once: 'offer-1', what: { total: { amount: 10_710 } } }]);
  expect(owed(t2)).toMatchObject([
    { ticket: t2, once: 'offer-1042-1', what: { total: { amount: 10_710 } }, quote: { ticket: t1, number: 1 } },
  ]);
});
