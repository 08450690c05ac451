import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QuoteLine, Rounding } from '../../../src/domain/quote/quote.ts';
import { totalsOf } from '../../../src/domain/quote/totals.ts';

const line = (cents: number, tax: string): QuoteLine => ({
  text: 'x',
  measure: { kind: 'fixed' },
  net: { amount: cents, currency: 'EUR' },
  tax,
});

const someLine = fc.record({
  cents: fc.integer({ min: -100_000, max: 10_000_000 }),
  tax: fc.constantFrom('0', '7', '7.7', '19', '21'),
});
const someLines = fc.array(someLine, { maxLength: 30 }).map((all) => all.map(({ cents, tax }) => line(cents, tax)));
const roundings = fc.constantFrom<Rounding>('rate', 'line');

test('law: the total is what the lines and the taxes come to, in whole cents', () => {
  fc.assert(
    fc.property(someLines, roundings, (lines, rounding) => {
      const { net, taxes, total } = totalsOf({ lines, currency: 'EUR', rounding });
      expect(net.amount).toBe(lines.reduce((sum, one) => sum + one.net.amount, 0));
      expect(total.amount).toBe(net.amount + taxes.reduce((sum, { tax }) => sum + tax.amount, 0));
      expect([net, total, ...taxes.map(({ tax }) => tax)].every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
    }),
  );
});

test('law: the order of the lines makes no difference', () => {
  const shuffled = someLines.chain((lines) =>
    fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
  );
  fc.assert(
    fc.property(shuffled, roundings, ([lines, others], rounding) => {
      const offer = { currency: 'EUR', rounding };
      expect(totalsOf({ ...offer, lines: others })).toEqual(totalsOf({ ...offer, lines }));
    }),
  );
});

test('law: tax is within half a cent of the exact one, for each rate or for each line', () => {
  fc.assert(
    fc.property(someLines, roundings, (lines, rounding) => {
      for (const { percent, on, tax } of totalsOf({ lines, currency: 'EUR', rounding }).taxes) {
        const roundings = rounding === 'rate' ? 1 : lines.filter((one) => one.tax === percent).length;
        expect(Math.abs(tax.amount - (on.amount * Number(percent)) / 100)).toBeLessThanOrEqual(roundings * 0.5 + 1e-6);
      }
    }),
  );
});

test('where tax is rounded makes a difference, and is stated', () => {
  const lines = [line(5, '19'), line(5, '19'), line(5, '19')];
  expect(totalsOf({ lines, currency: 'EUR', rounding: 'rate' }).taxes).toMatchObject([{ percent: '19', tax: { amount: 3 } }]);
  expect(totalsOf({ lines: [line(2, '25'), line(2, '25')], currency: 'EUR', rounding: 'line' }).taxes[0]?.tax.amount).toBe(2);
  expect(totalsOf({ lines: [line(2, '25'), line(2, '25')], currency: 'EUR', rounding: 'rate' }).taxes[0]?.tax.amount).toBe(1);
});

test('what is free of tax has no row of it', () => {
  expect(totalsOf({ lines: [line(100, '0')], currency: 'EUR', rounding: 'rate' }).taxes).toEqual([]);
});

test('two currencies have no sum', () => {
  const dollars = { ...line(1, '0'), net: { amount: 1, currency: 'USD' } };
  expect(() => totalsOf({ lines: [line(1, '0'), dollars], currency: 'EUR', rounding: 'rate' })).toThrow(RangeError);
});
