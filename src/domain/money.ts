import {
  add,
  type Dinero,
  dinero,
  halfAwayFromZero,
  multiply,
  allocate as split,
  toSnapshot,
  transformScale,
} from 'dinero.js/bigint';
import { digitsOf, type Money } from './decide/grammar/money.ts';

/** An amount as readers of a language write it: `1.234,50 €`. Exact: no float is made of it. */
export function localMoney({ amount, currency }: Money, language: string): string {
  const decimal = decimalOf({ amount, currency });
  return formatOf(currency, language).format(isDecimal(decimal) ? decimal : 0);
}

/** An amount as programs read it, without its currency: `1234.50`. */
export function decimalOf({ amount, currency }: Money): string {
  const places = digitsOf(currency);
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  const point = digits.length - places;
  return `${amount < 0 ? '-' : ''}${digits.slice(0, point)}${places === 0 ? '' : `.${digits.slice(point)}`}`;
}

/** @throws {RangeError} where currencies differ: no sum of them exists */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  const strange = amounts.find((one) => one.currency !== currency);
  if (strange) throw new RangeError(`a sum in ${currency} cannot take ${strange.currency}`);
  return amounts.map(exact).reduce<Money>((sum, one) => settled(add(exact(sum), one)), { amount: 0, currency });
}

/**
 * A tax, a discount, any percentage, rounded to the minor unit; halves go away from zero, as traders round.
 *
 * @param percent as written: `'19'`, `'7.7'`; text, since 7.7 is no number that a float holds
 * @throws {RangeError} where it is no decimal
 */
export function percentOf(money: Money, percent: string): Money {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d{1,6})(?:\.(\d{1,9}))?$/.exec(percent) ?? [];
  if (whole === '') throw new RangeError(`expected a percentage such as 19 or 7.7, got "${percent}"`);
  return settled(multiply(exact(money), { amount: BigInt(sign + whole + rest), scale: BigInt(rest.length + 2) }));
}

/**
 * What a time costs at a rate per hour, rounded as `percentOf` rounds.
 *
 * @param minutes whole
 */
export function costOf(rate: Money, minutes: number): Money {
  const cost = BigInt(rate.amount) * BigInt(minutes);
  const half = cost < 0n ? -30n : 30n;
  return { amount: safe((cost + half) / 60n), currency: rate.currency };
}

/**
 * Shares an amount so that the shares add up to it again, to the last minor unit.
 *
 * @param weights whole and not negative, at least one above 0
 */
export function shareMoney(money: Money, weights: readonly number[]): Money[] {
  return split(exact(money), weights.map(BigInt)).map(settled);
}

function exact({ amount, currency }: Money): Dinero<bigint> {
  return dinero({ amount: BigInt(amount), currency: { code: currency, base: 10n, exponent: BigInt(digitsOf(currency)) } });
}

function settled(money: Dinero<bigint>): Money {
  const { amount, currency } = toSnapshot(transformScale(money, toSnapshot(money).currency.exponent, halfAwayFromZero));
  return { amount: safe(amount), currency: currency.code };
}

function safe(amount: bigint): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${amount} minor units are more than can be counted exactly`);
  return value;
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(?:\.\d+)?$/.test(text);

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, language: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}
