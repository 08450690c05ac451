import { expect, test } from 'vitest';
import { deskHours } from '../../../src/domain/calendar/desk-hours.ts';
import type { WorkCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { nextWorking } from '../../../src/domain/calendar/working-time.ts';
import { aPerson, desk, globex } from '../parts.ts';

const sunday = Date.parse('2026-03-01T00:00Z');
const first = (calendar: WorkCalendar): string => new Date(nextWorking(calendar, sunday)).toISOString().slice(0, 16);

const aPlan = (calendar: string | null) => ({ calendar, timezone: null, targets: {}, warn: [], escalate: [] });
const hours = (calendar?: string) =>
  deskHours({
    desk: { ...desk, timezone: 'Europe/Berlin', ...(calendar === undefined ? {} : { calendar }) },
    people: [
      aPerson('maria', { timezone: 'America/New_York' }),
      aPerson('ravi', { timezone: 'America/New_York', calendar: 'early' }),
      aPerson('ines'),
      aPerson('noor', { teams: ['night'], timezone: 'America/New_York' }),
    ],
    customers: [
      { ...globex, plan: 'gold', timezone: 'Asia/Tokyo' },
      { ...globex, id: 'initech', plan: 'always', timezone: null },
    ],
    sla: {
      calendars: {
        early: { timezone: 'UTC', hours: { 'mon-fri': ['05:00-12:00'] }, holidays: [] },
        service: { timezone: 'UTC', hours: { 'mon-sun': ['06:00-22:00'] }, holidays: ['2026-03-01'] },
      },
      plans: { gold: aPlan('service'), always: aPlan(null), theirs: { ...aPlan('service'), timezone: 'customer' } },
      teams: { night: { calendar: 'early' } },
      jobs: {},
      contracts: { remindDays: [], tellUsed: [] },
    },
  });

test('waits on a ticket pass in the hours of the customer’s plan, else in those of the desk', () => {
  expect(first(hours().onTicket('globex'))).toBe('2026-03-02T06:00');
  expect(first(hours('early').onTicket('initech'))).toBe('2026-03-02T05:00');
  expect(first(hours().onTicket(null))).toBe('2026-03-02T08:00');
});

test('a customer reads in those hours where they live', () => {
  expect(first(hours().ofCustomer('globex'))).toBe('2026-03-01T21:00');
  expect(first(hours().ofCustomer('initech'))).toBe('2026-03-02T08:00');
  expect(first(hours().ofCustomer(null))).toBe('2026-03-02T08:00');
});

test('one of us reads in hours of their own, else in those of the desk where they live', () => {
  expect(first(hours().ofPerson('ravi'))).toBe('2026-03-02T05:00');
  expect(first(hours().ofPerson('maria'))).toBe('2026-03-02T14:00');
  expect(first(hours('early').ofPerson('ines'))).toBe('2026-03-02T05:00');
  expect(first(hours().ofPerson('nobody-here'))).toBe('2026-03-02T08:00');
});

test('a plan counts in the hours of its calendar, in the zone of the customer where it says so; a team has hours too', () => {
  const plan = { calendar: 'service', timezone: null };
  const of = (timezone: string | null) => hours().ofPlan({ ...plan, timezone }, 'globex');
  const opens = (calendar: WorkCalendar | null) => (calendar === null ? 'always' : first(calendar));
  expect(opens(of(null))).toBe('2026-03-02T06:00');
  expect(opens(of('customer'))).toBe('2026-03-01T21:00');
  expect(opens(of('America/New_York'))).toBe('2026-03-01T00:00');
  expect(opens(hours().ofPlan({ calendar: null, timezone: 'customer' }, 'globex'))).toBe('always');
  expect(first(hours().ofPerson('noor'))).toBe('2026-03-02T10:00');
});
