import type { DeskHours } from '../calendar/desk-hours.ts';
import type { ServiceTime } from '../calendar/service-time.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Settings } from '../settings.ts';

/** When somebody is warned, and when the target is missed; null: nobody is warned. `text`: as the plan has it. */
export type Target = { remind: ServiceTime | null; breach: ServiceTime; text: string };

/** By severity, `default` where none fits; in it by clock, and in that by complexity, `default` where it makes no difference. */
export type Targets = Readonly<Record<string, Readonly<Record<string, ByComplexity | undefined>> | undefined>>;
export type ByComplexity = Readonly<Record<string, Target | undefined>>;

/** Who hears that a target was missed, and how much later; `next-level`: the ticket itself goes one level up. */
export type Rung = { to: (typeof rungs)[number]; after: ServiceTime; text: string };
export const rungs = ['associate', 'engineer', 'lead', 'manager', 'sales', 'relationship', 'next-level'] as const;

/** What a customer is promised: its name, the hours that count (null: day and night), the times. */
export type ServicePlan = {
  name: string;
  calendarName: string | null;
  calendar: WorkCalendar | null;
  targets: Targets;
  /** Shares of a target, 0 to 1, after which whoever has the ticket is warned. */
  warn: readonly number[];
  escalate: readonly Rung[];
};

/** What of a ticket decides how long something may take. */
export type Gravity = { severity: string | null; complexity: string | null };

/** The plan of a customer; null where it has none. */
export function planOf(
  customer: string | null,
  { customers, sla }: Pick<Settings, 'customers' | 'sla'>,
  hours: DeskHours,
): ServicePlan | null {
  const name = customers.find(({ id }) => id === customer)?.plan;
  return name == null ? null : planCalled(name, sla, hours, customer);
}

/** A plan by its name, as it goes for a customer; null where there is none of that name. */
export function planCalled(name: string, sla: Settings['sla'], hours: DeskHours, customer: string | null): ServicePlan | null {
  const plan = Object.hasOwn(sla.plans, name) ? sla.plans[name] : undefined;
  if (plan === undefined) return null;
  const { calendar: calendarName, targets, warn, escalate } = plan;
  return { name, calendarName, calendar: hours.ofPlan(plan, customer), targets, warn, escalate };
}

/** What a plan promises for a clock on such a ticket. */
export const targetFor = (
  { targets }: Pick<ServicePlan, 'targets'>,
  { severity, complexity }: Gravity,
  clock: string,
): Target | null =>
  byComplexity(own(own(targets, severity ?? 'default'), clock), complexity) ??
  byComplexity(own(own(targets, 'default'), clock), complexity) ??
  null;

const byComplexity = (by: ByComplexity | undefined, complexity: string | null): Target | undefined =>
  own(by, complexity ?? 'default') ?? own(by, 'default');

const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
