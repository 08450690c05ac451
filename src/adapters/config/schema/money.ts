/** Minor units of the currency: cents of EUR, yen of JPY. */
export type Money = { amount: number; currency: string };

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Reads `5000 EUR` or `49.90 USD`; `null` for what is no amount of a currency there is. */
export function parseMoney(text: string): Money | null {
  const [, whole = '', cents = '', currency = ''] = /^(\d{1,12})(?:\.(\d{1,4}))? ([A-Z]{3})$/.exec(text.trim()) ?? [];
  if (!currencies.has(currency)) return null;
  const places = digitsOf(currency);
  return cents.length <= places ? { amount: Number(whole + cents.padEnd(places, '0')), currency } : null;
}

const digits = new Map<string, number>();

function digitsOf(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  digits.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}
