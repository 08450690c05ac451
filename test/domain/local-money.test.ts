import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, digitsOf } from '../../src/domain/decide/grammar/money.ts';
import { costOf, localMoney, percentOf, shareMoney, sumMoney } from '../../src/domain/money.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const currency = fc.constantFrom(...currencies);
const amount = fc.maxSafeInteger();
const some = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('an amount as its reader writes it', () => {
  test.each([
    [123450, 'EUR', 'de', '1.234,50 €'],
    [123450, 'EUR', 'en', '€1,234.50'],
    [123450, 'EUR', 'fr', '1 234,50 €'],
    [123450, 'EUR', 'pt', '€ 1.234,50'],
    [123450, 'EUR', 'es', '1234,50 €'],
    [-5, 'USD', 'en', '-$0.05'],
    [500, 'JPY', 'en', '¥500'],
    [1234, 'KWD', 'en', 'KWD 1.234'],
    [0, 'INR', 'hi', '₹0.00'],
  ])('%i %s in %s', (minor, code, language, text) => {
    expect(localMoney({ amount: minor, currency: code }, language).replace(/\s/g, ' ')).toBe(text);
  });

  test('every digit stands in it, however many there are', () => {
    fc.assert(
      fc.property(amount, currency, (minor, code) => {
        const digits = localMoney({ amount: minor, currency: code }, 'en').replace(/^[^\d]*|[^\d]/g, '');
        expect(digits).toBe(String(Math.abs(minor)).padStart(digitsOf(code) + 1, '0'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('reckoning', () => {
  test.each([
    [10000, '19', 1900],
    [9999, '19', 1900],
    [50, '1', 1],
    [-50, '1', -1],
    [49, '1', 0],
    [12345, '7.7', 951],
    [12345, '0', 0],
    [10000, '-10', -1000],
  ])('of %i cents, %s %% are %i', (net, percent, expected) => expect(percentOf(eur(net), percent)).toEqual(eur(expected)));

  test.each(['', 'x', '1,5', '1e3', '.5', '5.', ' 5'])('%j is no percentage', (text) => {
    expect(() => percentOf(eur(1), text)).toThrow(RangeError);
  });

  test('time at a rate per hour', () => {
    expect(costOf(eur(9500), 75)).toEqual(eur(11875));
    expect(costOf(eur(9999), 10)).toEqual(eur(1667));
    expect(costOf(eur(-9999), 10)).toEqual(eur(-1667));
    expect(costOf(eur(1), 30)).toEqual(eur(1));
  });

  test('sums are exact, whatever the order, and only of one currency', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 50 }), (amounts) => {
        const total = amounts.reduce((sum, one) => sum + BigInt(one), 0n);
        expect(BigInt(sumMoney(amounts.map(eur), 'EUR').amount)).toBe(total);
        expect(sumMoney(amounts.toReversed().map(eur), 'EUR')).toEqual(sumMoney(amounts.map(eur), 'EUR'));
      }),
    );
    expect(() => sumMoney([eur(1), { amount: 1, currency: 'USD' }], 'EUR')).toThrow(/USD/);
  });

  test('shares add up to the whole', () => {
    const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((list) => list.some((one) => one > 0));
    fc.assert(
      fc.property(some, weights, currency, (minor, list, code) => {
        const whole = { amount: minor, currency: code };
        const shares = shareMoney(whole, list);
        expect(shares).toHaveLength(list.length);
        expect(sumMoney(shares, code)).toEqual(whole);
      }),
    );
  });

  test('a percentage is off by half a minor unit at most, and a whole number of them', () => {
    fc.assert(
      fc.property(some, fc.nat(99_999), (minor, thousandths) => {
        const { amount: part } = percentOf(eur(minor), (thousandths / 1000).toFixed(3));
        expect(Number.isSafeInteger(part)).toBe(true);
        const error = BigInt(part) * 100_000n - BigInt(minor) * BigInt(thousandths);
        expect(error <= 50_000n && error >= -50_000n).toBe(true);
      }),
    );
  });

  test('what cannot be counted exactly is refused, not rounded', () => {
    const most = eur(Number.MAX_SAFE_INTEGER);
    expect(() => sumMoney([most, most], 'EUR')).toThrow(RangeError);
    expect(() => percentOf(most, '200')).toThrow(RangeError);
    expect(() => costOf(most, 61)).toThrow(RangeError);
  });
});
