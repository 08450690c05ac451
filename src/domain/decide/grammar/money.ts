/** Minor units of the currency: cents of EUR, yen of JPY. */
export type Money = { amount: number; currency: string };

/**
 * Reads an amount as people write it: `480 EUR`, `€480`, `1,234.50 USD`, `1.234,50 €`, `CHF 1'200`; `480.00` where `currency`
 * says of what. Null for what is none, has more digits than the currency, or could be read in two ways. No text throws.
 */
export function readMoney(text: string, currency: string | null): Money | null {
  const [, before = '', digits = '', after = ''] = shape.exec(text.trim()) ?? [];
  if (digits === '' || (before !== '' && after !== '')) return null;
  const named = before + after === '' ? currency : currencyOf(before + after);
  if (named === null || digits.length > 24) return null;
  const amount = minorUnits(digits, digitsOf(named));
  return amount === null ? null : { amount, currency: named };
}

/** Writes it so that `readMoney` reads the same again: `480.00 EUR`. */
export function printMoney({ amount, currency }: Money): string {
  const places = digitsOf(currency);
  const digits = String(amount).padStart(places + 1, '0');
  return `${places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`} ${currency}`;
}

/** Digits after the point, by ISO 4217 as ICU knows it. */
export function digitsOf(currency: string): number {
  const known = places.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  places.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const places = new Map<string, number>();

const shape = /^(\p{Sc}|[a-z]{3}|US\p{Sc})?\s*(\d[\d.,'’\s]*?)\s*(\p{Sc}|[a-z]{3})?$/iu;

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD', US$: 'USD', '¥': 'JPY', '₹': 'INR' };

function currencyOf(said: string): string | null {
  const name = said.toUpperCase();
  return signs[name] ?? (currencies.has(name) ? name : null);
}

/** The last of `.` and `,` is the point, unless threes of digits say that it parts thousands. */
function minorUnits(digits: string, places: number): number | null {
  const plain = digits.replace(/[’\s]/g, "'");
  const [, whole = '', rest = ''] = /^([\d.,']*?)(?:[.,](\d*))?$/.exec(plain) ?? [];
  const point = plain.at(whole.length) ?? '';
  const isGroup = point !== '' && rest.length === 3 && (places !== 3 || whole.includes(point));
  if (isGroup) return isGrouped(plain) ? units(plain, '', places) : null;
  const isUnclear = places === 3 && rest.length === 3 && point === ',';
  const isRight = isGrouped(whole) && !whole.includes(point || 'none') && !isUnclear;
  return isRight && rest.length <= places && (point === '' || rest !== '') ? units(whole, rest, places) : null;
}

const isGrouped = (whole: string): boolean => /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+)$/.test(whole);

function units(whole: string, rest: string, places: number): number | null {
  const amount = Number(whole.replace(/\D/g, '') + rest.padEnd(places, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}
