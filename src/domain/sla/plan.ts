import type { DeskHours } from '../calendar/desk-hours.ts';
import type { ServiceTime } from '../calendar/service-time.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Settings } from '../settings.ts';

/** When somebody is warned, and when the target is missed; null: nobody is warned. `text`: as the plan has it. */
export type Target = { remind: ServiceTime | null; breach: ServiceTime; text: string };

/** By severity, `default` where none fits; in it by clock. */
export type Targets = Readonly<Record<string, Readonly<Record<string, Target | undefined>> | undefined>>;

/** What a customer is promised: its name, the hours that count (null: day and night), the times. */
export type ServicePlan = { name: string; calendarName: string | null; calendar: WorkCalendar | null; targets: Targets };

/** The plan of a customer; null where it has none. */
export function planOf(
  customer: string | null,
  { customers, sla }: Pick<Settings, 'customers' | 'sla'>,
  hours: DeskHours,
): ServicePlan | null {
  const name = customers.find(({ id }) => id === customer)?.plan;
  return name == null ? null : planCalled(name, sla, hours);
}

/** A plan by its name; null where there is none of that name. */
export function planCalled(name: string, sla: Settings['sla'], hours: DeskHours): ServicePlan | null {
  const plan = Object.hasOwn(sla.plans, name) ? sla.plans[name] : undefined;
  if (plan === undefined) return null;
  return { name, calendarName: plan.calendar, calendar: hours.called(plan.calendar), targets: plan.targets };
}

/** What a plan promises for a clock at a severity. */
export const targetFor = ({ targets }: Pick<ServicePlan, 'targets'>, severity: string | null, clock: string): Target | null =>
  own(own(targets, severity ?? 'default'), clock) ?? own(own(targets, 'default'), clock) ?? null;

const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
