import type { Settings } from '../settings.ts';
import { type CalendarPlan, openCalendar, type WorkCalendar } from './work-calendar.ts';

/** Whose working hours are asked for. */
export type DeskHours = {
  /** In which waits on a customer's tickets pass. */
  onTicket(customer: string | null): WorkCalendar;
  /** In which a customer's people read mail of ours. */
  ofCustomer(customer: string | null): WorkCalendar;
  /** Those of a calendar of `sla.yaml`; null: day and night. */
  called(name: string | null): WorkCalendar | null;
  /** Those of one of us. */
  ofPerson(handle: string): WorkCalendar;
};

/** When the desk and those it writes to are at work, as the configuration has it. */
export function deskHours({ desk, people, customers, sla }: Pick<Settings, 'desk' | 'people' | 'customers' | 'sla'>): DeskHours {
  const opened = new Map<string, WorkCalendar>();
  const open = (plan: CalendarPlan): WorkCalendar => {
    const key = JSON.stringify(plan);
    const calendar = opened.get(key) ?? openCalendar(plan);
    opened.set(key, calendar);
    return calendar;
  };
  const named = (name: string | null | undefined): CalendarPlan | undefined =>
    name != null && Object.hasOwn(sla.calendars, name) ? sla.calendars[name] : undefined;
  const ofDesk = named(desk.calendar) ?? { timezone: desk.timezone, hours: usual, holidays: [] };
  const customerOf = (id: string | null) => customers.find((one) => one.id === id);
  const served = (id: string | null): CalendarPlan => {
    const plan = customerOf(id)?.plan;
    return named(plan == null || !Object.hasOwn(sla.plans, plan) ? null : sla.plans[plan]?.calendar) ?? ofDesk;
  };
  return {
    called(name) {
      const plan = named(name);
      return plan === undefined ? null : open(plan);
    },
    onTicket: (id) => open(served(id)),
    ofCustomer: (id) => open(inZone(served(id), customerOf(id)?.timezone)),
    ofPerson(handle) {
      const person = people.find((one) => one.handle === handle);
      return open(named(person?.calendar) ?? inZone(ofDesk, person?.timezone));
    },
  };
}

/** Of whom nothing else is known. */
const usual = { 'mon-fri': ['09:00-17:00'] };

const inZone = (plan: CalendarPlan, timezone: string | null | undefined): CalendarPlan =>
  timezone == null ? plan : { ...plan, timezone };
