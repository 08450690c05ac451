/** Minor units of the currency: cents of EUR, yen of JPY. */
export type Money = { amount: number; currency: string };

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Reads `5000 EUR` or `49.90 USD`; `null` for what is no amount of a currency there is. */
export function parseMoney(text: string): Money | null {
  const [, whole = '', cents = '', currency = ''] = /^(\d{1,12})(?:\.(\d{1,4}))? ([A-Z]{3})$/.exec(text.trim()) ?? [];
  if (!currencies.has(currency)) return null;
  const digits = digitsOf(currency);
  return cents.length <= digits ? { amount: Number(whole + cents.padEnd(digits, '0')), currency } : null;
}

const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
