import type { Money } from '../decide/grammar/money.ts';
import type { Rounding } from './quote.ts';

/** What work costs and how it is offered: `config/rates.yaml`, or what stands here where there is none. */
export type Rates = {
  /** Of amounts that name none. */
  currency: string;
  /** Of an hour, by kind of work; `work`: of every kind that is not named. */
  hours: Readonly<Record<string, Money>>;
  /** Percent by name. */
  taxes: Readonly<Record<string, string>>;
  /** Name of the one for lines that say nothing. */
  tax: string;
  rounding: Rounding;
  /** Days that an offer counts where it does not say. */
  validDays: number;
  /** By language. */
  terms: Readonly<Record<string, string>>;
  /** On the foot of every offer: register, tax number, bank. */
  legal: readonly string[];
};

/** Nothing is guessed that costs money: no price of an hour, no tax. */
export const plainRates: Rates = {
  currency: 'EUR',
  hours: {},
  taxes: { none: '0' },
  tax: 'none',
  rounding: 'rate',
  validDays: 30,
  terms: {},
  legal: [],
};

/** What an hour of that kind costs; null where nobody said. */
export const rateOf = ({ hours }: Rates, work: string): Money | null => hours[work] ?? hours.work ?? null;

/** The percentage that a name of a tax, or a percentage itself, stands for; null for neither. */
export function taxOf({ taxes }: Rates, said: string): string | null {
  const named = Object.entries(taxes).find(([name]) => name.toLowerCase() === said.toLowerCase());
  if (named !== undefined) return named[1];
  const [, whole = '', rest = ''] = /^(\d{1,2})(?:[.,](\d{1,4}))?\s*%$/.exec(said.trim()) ?? [];
  if (whole === '') return null;
  const decimals = rest.replace(/0+$/, '');
  return `${Number(whole)}${decimals === '' ? '' : `.${decimals}`}`;
}
