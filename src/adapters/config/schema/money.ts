import { currencies, digitsOf, type Money } from '../../../domain/decide/grammar/money.ts';

/** Reads `5000 EUR` or `49.90 USD`; `null` for what is no amount of a currency there is. */
export function parseMoney(text: string): Money | null {
  const [, whole = '', cents = '', currency = ''] = /^(\d{1,12})(?:\.(\d{1,4}))? ([A-Z]{3})$/.exec(text.trim()) ?? [];
  if (!currencies.has(currency)) return null;
  const places = digitsOf(currency);
  return cents.length <= places ? { amount: Number(whole + cents.padEnd(places, '0')), currency } : null;
}
