import type { Settings } from '../settings.ts';
import { type CalendarPlan, openCalendar, type WorkCalendar } from './work-calendar.ts';

/** Whose working hours are asked for. */
export type DeskHours = {
  /** In which waits on a customer's tickets pass. */
  onTicket(customer: string | null): WorkCalendar;
  /** In which a customer's people read mail of ours. */
  ofCustomer(customer: string | null): WorkCalendar;
  /** Those that count for a plan of `sla.yaml`, as it goes for a customer; null: day and night. */
  ofPlan(plan: { calendar: string | null; timezone: string | null }, customer: string | null): WorkCalendar | null;
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
    ofPlan({ calendar, timezone }, customer) {
      const plan = named(calendar);
      const zone = timezone === 'customer' ? customerOf(customer)?.timezone : timezone;
      return plan === undefined ? null : open(inZone(plan, zone));
    },
    onTicket: (id) => open(served(id)),
    ofCustomer: (id) => open(inZone(served(id), customerOf(id)?.timezone)),
    ofPerson(handle) {
      const person = people.find((one) => one.handle === handle);
      const ofTeam = person?.teams.flatMap((team) => named(sla.teams?.[team]?.calendar) ?? [])[0];
      return open(named(person?.calendar) ?? inZone(ofTeam ?? ofDesk, person?.timezone));
    },
  };
}

/** Of whom nothing else is known. */
const usual = { 'mon-fri': ['09:00-17:00'] };

const inZone = (plan: CalendarPlan, timezone: string | null | undefined): CalendarPlan =>
  timezone == null ? plan : { ...plan, timezone };
