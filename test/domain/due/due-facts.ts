import type { Ask } from '../../../src/domain/ask/ask.ts';
import { openCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import type { Due, DueFacts } from '../../../src/domain/due/due.ts';
import { askId, ticketNo } from '../../../src/domain/ids.ts';
import type { Step, Trigger } from '../../../src/domain/workflow/workflow.ts';

export const at = (text: string): number => Date.parse(`${text}:00Z`);
export const iso = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
export const office = openCalendar({ timezone: 'UTC', hours: { 'mon-fri': ['09:00-17:00'] }, holidays: [] });

/** Monday, nine o'clock. */
export const monday = at('2026-03-02T09:00');

export const step = (trigger: Trigger, from = ['offered']): Step => ({
  ...{
    line: 1,
    trigger,
    from,
    to: { kind: 'same' },
    by: [],
    needs: {},
    collects: [],
    sets: {},
    asks: [],
    tells: [],
    charges: [],
  },
});

/** Put to Jane on Monday at nine, with reminders after two and four business days, and an end on the Monday after. */
export const offer = (change: Partial<Ask> = {}): Ask => ({
  ...{
    id: askId(1),
    ticket: ticketNo(1001),
    ask: 'offer',
    round: 1,
    state: 'open',
    about: null,
    need: 'one',
    mails: [],
    given: [],
  },
  of: [{ kind: 'contact', address: 'jane@globex.example' }],
  answers: ['approve', 'decline'],
  asked: monday,
  reminds: [at('2026-03-04T09:00'), at('2026-03-06T09:00')],
  expires: null,
  ...change,
});

/** A ticket that stands in `offered` since Monday, at nine. */
export const facts = (change: Omit<Partial<DueFacts>, 'ticket'> & { ticket?: Partial<DueFacts['ticket']> } = {}): DueFacts => ({
  now: monday,
  workflow: { steps: [] },
  asks: [],
  phases: [{ at: monday, state: 'offered', waitsFor: 'customer', severity: null, level: null }],
  clocks: [],
  marks: [],
  alarm: null,
  contractEnds: null,
  unheld: null,
  lastByUs: monday,
  done: new Map(),
  calendar: office,
  reader: () => ({ calendar: office, awayUntil: null }),
  ...change,
  ticket: {
    ...{ state: 'offered', waitsFor: 'customer', pausedUntil: null, closed: null, deleted: null, fields: {} },
    ...change.ticket,
  },
});

export const shown = (dues: readonly Due[]): string[] => dues.map(({ kind, at: instant }) => `${kind} ${iso(instant)}`);
