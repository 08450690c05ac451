import { expect, test } from 'vitest';
import { smallest, verdictOn } from './folder.ts';

const on = (rates: string) => verdictOn({ 'helpdesk.yaml': smallest, 'rates.yaml': rates });

test('rates are read exactly: cents and percent, no floats', async () => {
  const { settings, complaints } = await on(
    'currency: CHF\nhours: { work: 120.50 CHF }\ntaxes: { standard: 8.1, reduced: "2.6" }\ntax: standard\nvalid_days: 14\n',
  );
  expect(complaints).toEqual([]);
  expect(settings?.rates).toEqual({
    currency: 'CHF',
    hours: { work: { amount: 12050, currency: 'CHF' } },
    taxes: { none: '0', standard: '8.1', reduced: '2.6' },
    tax: 'standard',
    rounding: 'rate',
    validDays: 14,
    terms: {},
    legal: [],
  });
});

test.each([
  ['hours: { work: 80 USD }', '1:16: hours.work: expected EUR, the currency of offers; got USD'],
  ['taxes: { standard: 19 }', '1:8: taxes: tax is missing: which of standard, none do lines have that name none?'],
  ['taxes: { standard: 19 }\ntax: standart', '2:6: tax: no tax "standart" among taxes, did you mean `standard`?'],
  ['taxes: { standard: 190 }\ntax: standard', '1:20: taxes.standard: expected a percentage such as 19 or 7.7, got 190'],
  ['hours: { work: 80 }', '1:16: hours.work: expected an amount with its currency, such as 5000 EUR, got 80'],
  ['currency: euro', '1:11: currency: expected a currency such as EUR, got "euro"'],
  ['rounding: cent', '1:11: rounding: expected rate or line, got "cent"'],
  ['valid: 30', '1:1: valid: unknown setting, did you mean `valid_days`?'],
])('%s', async (rates, told) => {
  const { complaints } = await on(`${rates}\n`);
  expect(complaints).toEqual([expect.stringContaining(`rates.yaml:${told}`)]);
});
