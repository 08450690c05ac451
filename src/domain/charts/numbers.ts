import { digitsOf } from '../decide/grammar/money.ts';
import { localMoney } from '../money.ts';
import type { Chart, Unit } from './chart.ts';
import { isDrawn } from './text.ts';

/** A value in full, as its reader writes it. */
export function printed(value: number, unit: Unit, language: string): string {
  if (unit.kind === 'money') return localMoney({ amount: Math.round(value), currency: unit.currency }, language);
  return formatOf(language, full[unit.kind]).format(value);
}

/** A value as short as it can be: `1.2K`, `€40`, `95%`. For axes and bars. */
export function shortened(value: number, unit: Unit, language: string): string {
  if (unit.kind !== 'money') return formatOf(language, short[unit.kind]).format(value);
  const amount = value / 10 ** digitsOf(unit.currency);
  const cents = amount !== 0 && Math.abs(amount) < 10 ? 2 : 1;
  return formatOf(language, {
    style: 'currency',
    currency: unit.currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: cents,
  }).format(amount);
}

/** A value for the picture: as English writes it where the reader's digits cannot be drawn. */
export function figure({ unit, language }: Chart, value: number, write: typeof printed): string {
  const text = write(value, unit, language);
  return isDrawn(text) ? text : write(value, unit, 'en');
}

type Format = Intl.NumberFormatOptions;
type Plain = Exclude<Unit['kind'], 'money'>;

const full: Readonly<Record<Plain, Format>> = {
  count: { maximumFractionDigits: 1 },
  share: { style: 'percent', maximumFractionDigits: 1 },
  hours: { style: 'unit', unit: 'hour', unitDisplay: 'short', maximumFractionDigits: 2 },
};

const short: Readonly<Record<Plain, Format>> = {
  count: { notation: 'compact', maximumFractionDigits: 1 },
  share: { style: 'percent', maximumFractionDigits: 0 },
  hours: { style: 'unit', unit: 'hour', unitDisplay: 'narrow', notation: 'compact', maximumFractionDigits: 1 },
};

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string, options: Format): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}
