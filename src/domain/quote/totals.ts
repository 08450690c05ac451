import type { Money } from '../decide/grammar/money.ts';
import { percentOf, sumMoney } from '../money.ts';
import type { Offer, QuoteLine, Rounding } from './quote.ts';

/** What an offer comes to. */
export type Totals = {
  net: Money;
  /** A row for each rate that is above 0, the highest first; `on`: what it is due on. */
  taxes: readonly { percent: string; on: Money; tax: Money }[];
  total: Money;
  /** Of work. */
  minutes: number;
};

/**
 * Adds the lines up: net, tax by rate, total.
 *
 * @throws {RangeError} where a line is in another currency
 */
export function totalsOf({ lines, currency, rounding }: Pick<Offer, 'lines' | 'currency' | 'rounding'>): Totals {
  const net = sumMoney(
    lines.map((line) => line.net),
    currency,
  );
  const rates = [...new Set(lines.map(({ tax }) => tax))].filter((tax) => Number(tax) > 0).sort((a, b) => Number(b) - Number(a));
  const taxes = rates.map((percent) =>
    taxOn(
      percent,
      lines.filter(({ tax }) => tax === percent),
      currency,
      rounding,
    ),
  );
  const total = sumMoney([net, ...taxes.map(({ tax }) => tax)], currency);
  return { net, taxes, total, minutes: minutesOf(lines) };
}

function taxOn(percent: string, lines: readonly QuoteLine[], currency: string, rounding: Rounding): Totals['taxes'][number] {
  const on = sumMoney(
    lines.map(({ net }) => net),
    currency,
  );
  const each = lines.map(({ net }) => percentOf(net, percent));
  return { percent, on, tax: rounding === 'rate' ? percentOf(on, percent) : sumMoney(each, currency) };
}

/** Minutes of work that lines hold, those of a fixed price too. */
export const minutesOf = (lines: readonly QuoteLine[]): number =>
  lines.reduce((sum, { measure }) => sum + (measure.kind === 'hours' ? measure.minutes : 0), 0);
