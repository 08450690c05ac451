import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, printMoney, readMoney } from '../../src/domain/decide/grammar/money.ts';

const shown = (text: string, currency: string | null = null) => {
  const money = readMoney(text, currency);
  return money === null ? null : `${money.amount} ${money.currency}`;
};

describe('money', () => {
  test.each([
    ['480 EUR', '48000 EUR'],
    ['480 eur', '48000 EUR'],
    ['EUR 480', '48000 EUR'],
    ['480EUR', '48000 EUR'],
    ['€480', '48000 EUR'],
    ['480 €', '48000 EUR'],
    ['$12.50', '1250 USD'],
    ['£1', '100 GBP'],
    ['480.5 EUR', '48050 EUR'],
    ['1.234,50 €', '123450 EUR'],
    ['1,234.50 USD', '123450 USD'],
    ['1 234,50 €', '123450 EUR'],
    ["CHF 1'200", '120000 CHF'],
    ['1.234.567,89 EUR', '123456789 EUR'],
    ['1.234 EUR', '123400 EUR'],
    ['1,234 EUR', '123400 EUR'],
    ['500 JPY', '500 JPY'],
    ['1.234 KWD', '1234 KWD'],
  ])('%j is %s', (text, expected) => expect(shown(text)).toBe(expected));

  test('a bare number is of the currency that is agreed, and of none where none is', () => {
    expect(shown('480.00', 'EUR')).toBe('48000 EUR');
    expect(shown('480.00')).toBeNull();
  });

  test.each([
    ['1,234 KWD', 'a thousand dinars or one?'],
    ['12.34.56 EUR', ''],
    ['1.23.456 EUR', ''],
    ['1.2345 EUR', 'finer than a cent'],
    ['5.5 JPY', 'finer than a yen'],
    ['5. EUR', ''],
    ['.5 EUR', ''],
    ['-5 EUR', ''],
    ['5 XXQ', 'no such currency'],
    ['€5 EUR', 'said twice'],
    ['99999999999999999 EUR', 'more than can be counted exactly'],
    ['EUR', ''],
    ['', ''],
  ])('%j is no amount %s', (text) => expect(shown(text, 'EUR')).toBeNull());

  test('print and read again is the identity', () => {
    const money = fc.record({ amount: fc.maxSafeNat(), currency: fc.constantFrom(...currencies) });
    fc.assert(fc.property(money, (one) => void expect(readMoney(printMoney(one), null)).toEqual(one)));
  });

  test('no text throws, and what it gives is whole minor units', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(..."0123456789.,'’ €$EURjpy-") }));
    fc.assert(
      fc.property(text, (one) => {
        const money = readMoney(one, 'EUR');
        expect(money === null || Number.isSafeInteger(money.amount)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
