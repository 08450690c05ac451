import { Temporal } from 'temporal-polyfill';
import type { CustomerSettings } from '../settings.ts';
import type { Period } from './period.ts';

/** How often a customer's review is drafted by itself. */
export const cadences = ['month', 'quarter'] as const;
export type Cadence = (typeof cadences)[number];

/** Who gets a review, and how often; null: none. What is said of a customer goes before its plan, that before `every`. */
export type ReviewTimes = {
  every: Cadence | null;
  plans: Readonly<Record<string, Cadence | null>>;
  customers: Readonly<Record<string, Cadence | null>>;
};

/** A month or quarter of the calendar, as people write it: `2026-03`, `2026-Q1`. */
export type NamedPeriod = Period & { name: string };

/** How often a customer's review is drafted; null: never. */
export function cadenceFor({ id, plan }: Pick<CustomerSettings, 'id' | 'plan'>, times: ReviewTimes | undefined): Cadence | null {
  if (times === undefined) return null;
  if (Object.hasOwn(times.customers, id)) return times.customers[id] ?? null;
  if (plan !== null && Object.hasOwn(times.plans, plan)) return times.plans[plan] ?? null;
  return times.every;
}

/** The last month or quarter that is over on the clocks of `zone`. */
export function lastOver(cadence: Cadence, now: number, zone: string): NamedPeriod {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const months = monthsOf[cadence];
  const first = today.with({ day: 1 });
  const from = first.subtract({ months: ((first.month - 1) % months) + months });
  const month = String(from.month).padStart(2, '0');
  const part = cadence === 'month' ? month : `Q${(from.month + 2) / 3}`;
  return { name: `${from.year}-${part}`, ...spanOf(from, months, zone) };
}

/** The month or quarter that is called so, in `zone`; null where none is. */
export function periodCalled(name: string, zone: string): NamedPeriod | null {
  const [, year, quarter, month] = /^(\d{4})-(?:q([1-4])|(0[1-9]|1[0-2]))$/i.exec(name) ?? [];
  if (year === undefined) return null;
  const from = new Temporal.PlainDate(Number(year), quarter === undefined ? Number(month) : Number(quarter) * 3 - 2, 1);
  return { name: name.toUpperCase(), ...spanOf(from, monthsOf[quarter === undefined ? 'month' : 'quarter'], zone) };
}

const monthsOf: Readonly<Record<Cadence, number>> = { month: 1, quarter: 3 };

const spanOf = (from: Temporal.PlainDate, months: number, zone: string): Period => ({
  from: from.toZonedDateTime(zone).epochMilliseconds,
  to: from.add({ months }).toZonedDateTime(zone).epochMilliseconds,
});
