import { describe, expect, test } from 'vitest';
import { parseServiceTime } from '../../src/domain/calendar/service-time.ts';
import type { Phase } from '../../src/domain/due/phase.ts';
import type { ServicePlan, Target } from '../../src/domain/sla/plan.ts';
import { type ClockFacts, readClocks } from '../../src/domain/sla/read-clocks.ts';
import { at, iso, office } from './due/due-facts.ts';

const target = (breach: string, remind: string | null = null): Target => ({
  remind: remind === null ? null : parseServiceTime(remind),
  breach: parseServiceTime(breach) ?? { days: 0, time: 0 },
  text: breach,
});
const plan: ServicePlan = {
  name: 'gold',
  calendarName: 'office',
  calendar: office,
  targets: {
    high: { first_response: target('4h'), resolution: target('2d') },
    low: { resolution: target('5d') },
    default: { first_response: target('1d') },
  },
};
const state = (clock: string | null) => ({ stage: null, status: null, group: null, waitsFor: 'staff' as const, clock });
const states = {
  raised: state('first_response'),
  fixing: state('resolution'),
  building: state('resolution'),
  testing: state(null),
};
const phase = (when: string, name: string, other: Partial<Phase> = {}): Phase => ({
  ...{ at: at(when), state: name, waitsFor: 'staff', severity: 'high', level: null },
  ...other,
});
const facts = (phases: readonly Phase[], now: string, other: Partial<ClockFacts> = {}): ClockFacts => ({
  ...{ phases, plan, answered: null, now: at(now), workflow: { states } },
  ticket: { severity: phases.at(-1)?.severity ?? null, closed: null },
  ...other,
});
const shown = (given: ClockFacts) =>
  readClocks(given).map(({ name, state: how, due }) => `${name} ${how}${due === null ? '' : ` ${iso(due)}`}`);

describe('a clock', () => {
  test('runs out when the working time is over', () => {
    expect(shown(facts([phase('2026-03-02T15:00', 'raised')], '2026-03-02T15:30'))).toEqual([
      'first_response running 2026-03-03T11:00',
    ]);
    expect(shown(facts([phase('2026-03-06T10:00', 'fixing')], '2026-03-06T11:00'))).toEqual([
      'resolution running 2026-03-10T10:00',
    ]);
  });

  test('is met by our first word, and breached without it', () => {
    const raised = [phase('2026-03-02T09:00', 'raised')];
    expect(shown(facts(raised, '2026-03-04T09:00', { answered: at('2026-03-02T12:00') }))).toEqual(['first_response met']);
    expect(shown(facts(raised, '2026-03-04T09:00', { answered: at('2026-03-03T12:00') }))).toEqual([
      'first_response breached 2026-03-02T13:00',
    ]);
    expect(shown(facts(raised, '2026-03-02T12:59'))).toEqual(['first_response running 2026-03-02T13:00']);
    expect(shown(facts(raised, '2026-03-02T13:00'))).toEqual(['first_response breached 2026-03-02T13:00']);
  });

  test('does not count while it is the customer’s turn, and is due as if it ran on from now', () => {
    const phases = [phase('2026-03-02T09:00', 'fixing'), phase('2026-03-02T13:00', 'fixing', { waitsFor: 'customer' })];
    expect(shown(facts(phases, '2026-03-05T09:00'))).toEqual(['resolution paused 2026-03-06T13:00']);
    const back = [...phases, phase('2026-03-05T09:00', 'fixing')];
    expect(shown(facts(back, '2026-03-05T10:00'))).toEqual(['resolution running 2026-03-06T13:00']);
  });

  test('runs on in another state that names it, stops where none does, and goes on when it comes back', () => {
    const phases = [
      phase('2026-03-02T09:00', 'fixing'),
      phase('2026-03-02T13:00', 'building'),
      phase('2026-03-03T09:00', 'testing', { waitsFor: 'customer' }),
    ];
    expect(shown(facts(phases, '2026-03-20T09:00'))).toEqual(['resolution met']);
    const back = [...phases, phase('2026-03-20T09:00', 'fixing')];
    expect(shown(facts(back, '2026-03-20T10:00'))).toEqual(['resolution running 2026-03-20T17:00']);
  });

  test('waits on hold', () => {
    const phases = [phase('2026-03-02T09:00', 'fixing'), phase('2026-03-02T17:00', 'paused', { waitsFor: 'nobody' })];
    expect(shown(facts(phases, '2026-03-20T09:00'))).toEqual(['resolution paused 2026-03-20T17:00']);
  });

  test('begins when the severity is set, and takes the time of the severity by now', () => {
    const phases = [
      phase('2026-03-02T09:00', 'fixing', { severity: null }),
      phase('2026-03-04T09:00', 'fixing', { severity: 'low' }),
    ];
    expect(shown(facts(phases.slice(0, 1), '2026-03-03T09:00'))).toEqual([]);
    expect(shown(facts(phases, '2026-03-05T09:00'))).toEqual(['resolution running 2026-03-10T17:00']);
    const graver = [...phases, phase('2026-03-05T09:00', 'fixing')];
    expect(shown(facts(graver, '2026-03-05T09:00'))).toEqual(['resolution running 2026-03-05T17:00']);
  });

  test('has the default time where the severity has none', () => {
    const phases = [phase('2026-03-02T09:00', 'raised', { severity: 'low' })];
    expect(shown(facts(phases, '2026-03-02T10:00'))).toEqual(['first_response running 2026-03-02T17:00']);
  });

  test('ends with its ticket', () => {
    const phases = [phase('2026-03-02T09:00', 'fixing')];
    const closed = { ticket: { severity: 'high', closed: at('2026-03-02T12:00') } };
    expect(shown(facts(phases, '2026-03-20T09:00', closed))).toEqual(['resolution met']);
  });
});

test.each([
  ['4h', { days: 0, time: 4 * 3_600_000 }],
  ['3d', { days: 3, time: 0 }],
  ['1d 4h', { days: 1, time: 4 * 3_600_000 }],
  ['1.5d', { days: 1.5, time: 0 }],
  ['0d', null],
  ['soon', null],
  ['4h 1d', null],
])('time of service %j', (text, expected) => {
  expect(parseServiceTime(text)).toEqual(expected);
});
