import type { Unit } from './chart.ts';

/** From the lowest to the highest line of a chart, zero among them. */
export type Scale = { low: number; high: number; ticks: readonly number[] };

/** Round steps of 1, 2 or 5 that take in all values and zero; of whole ones where halves mean nothing. */
export function scaleOf(values: readonly number[], unit: Unit): Scale {
  const low = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const high = most === low ? wholes[unit.kind] : most;
  const step = niceStep((high - low) / 5, unit);
  const first = Math.floor(low / step + tiny);
  const last = Math.max(Math.ceil(high / step - tiny), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  return { low: first * step, high: last * step, ticks };
}

/** Where a value stands between the lowest line (0) and the highest (1). */
export const placeOn = ({ low, high }: Scale, value: number): number => Math.max(0, Math.min(1, (value - low) / (high - low)));

/** So that 0.3 / 0.1 is 3. */
const tiny = 1e-9;

/** What a chart of nothing but zeros reaches up to. */
const wholes: Readonly<Record<Unit['kind'], number>> = { count: 1, share: 1, hours: 1, money: 100 };

function niceStep(rough: number, unit: Unit): number {
  const whole = unit.kind === 'count' || unit.kind === 'money' ? 1 : 0;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1e-12)));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * (1 - tiny)) ?? 10 * power;
  return Math.max(step, whole);
}
