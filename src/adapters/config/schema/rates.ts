import { z } from 'zod';
import { currencies } from '../../../domain/decide/grammar/money.ts';
import { plainRates } from '../../../domain/quote/rates.ts';
import { list, named, optional } from './shapes.ts';
import { count, identifier, language, money, text, word } from './words.ts';

const currency = word('a currency such as EUR', (code) => (currencies.has(code) ? code : null), ['EUR', 'USD']);

/** Exact: digits as they are written, since 7.7 is no number that a machine holds. */
const percent = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  word('a percentage such as 19 or 7.7', (said) => (/^\d{1,2}(?:\.\d{1,4})?$/.test(said) ? said : null), ['19', '7.7']),
);

/** `config/rates.yaml`. */
export const rates = z.strictObject({
  currency: currency.default(plainRates.currency).describe('Of amounts that name none'),
  hours: named(identifier, money).describe('What an hour costs, by kind of work; `work`: every kind that is not named'),
  taxes: named(identifier, percent).describe('Taxes in percent, by name; `none` is always there'),
  tax: optional(text).describe('The tax of lines that name none; required where there are taxes'),
  rounding: z
    .enum(['rate', 'line'])
    .default(plainRates.rounding)
    .describe('Where tax is rounded to the cent: once on all lines of a rate, or on each line'),
  valid_days: count
    .default(plainRates.validDays)
    .describe('Days that an offer counts where it does not say, the day it is made left out'),
  terms: named(language, text).describe('The terms of an offer that has none of its own, by language'),
  legal: list(text).describe('Lines on the foot of every offer: company register, tax number, bank'),
});

export type RatesInput = z.output<typeof rates>;
