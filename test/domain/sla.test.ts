import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseServiceTime } from '../../src/domain/calendar/service-time.ts';
import type { Phase } from '../../src/domain/due/phase.ts';
import { everyClock } from '../../src/domain/sla/courses.ts';
import { type MarkAt, marksOf } from '../../src/domain/sla/marks.ts';
import type { Rung, ServicePlan, Target } from '../../src/domain/sla/plan.ts';
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
  warn: [],
  escalate: [],
  targets: {
    high: {
      first_response: { default: target('4h') },
      resolution: { default: target('2d'), low: target('1d') },
      next_response: { default: target('2h') },
      work_start: { default: target('1h') },
      no_update: { default: target('1d') },
      fix: { default: target('1d') },
    },
    low: { resolution: { default: target('5d') } },
    default: { first_response: { default: target('1d') } },
  },
};
const state = (clock: string | null) => ({ stage: null, status: null, group: null, waitsFor: 'staff' as const, clock });
const states = {
  waiting: { ...state('resolution'), theirClock: 'fix', waitsFor: 'provider' as const },
  raised: state('first_response'),
  fixing: state('resolution'),
  building: state('resolution'),
  testing: state(null),
};
const phase = (when: string, name: string, other: Partial<Phase> = {}): Phase => ({
  ...{ at: at(when), state: name, waitsFor: 'staff', severity: 'high', level: null },
  ...other,
});
const facts = (
  phases: readonly Phase[],
  now: string,
  other: Omit<Partial<ClockFacts>, 'deeds'> & { deeds?: Partial<ClockFacts['deeds']> } = {},
): ClockFacts => ({
  ...{ phases, plan, now: at(now), workflow: { states } },
  ticket: { severity: phases.at(-1)?.severity ?? null, complexity: null, closed: null },
  ...other,
  deeds: { said: [], stirred: 0, began: null, ...other.deeds },
});
const us = (when: string) => ({ at: at(when), by: 'us' as const });
const them = (when: string) => ({ at: at(when), by: 'them' as const });
const shown = (given: ClockFacts) =>
  readClocks(given)
    .filter(({ name }) => !everyClock.includes(name))
    .map(({ name, state: how, due }) => `${name} ${how}${due === null ? '' : ` ${iso(due)}`}`);

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
    expect(shown(facts(raised, '2026-03-04T09:00', { deeds: { said: [us('2026-03-02T12:00')] } }))).toEqual([
      'first_response met',
    ]);
    expect(shown(facts(raised, '2026-03-04T09:00', { deeds: { said: [us('2026-03-03T12:00')] } }))).toEqual([
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
    const closed = { ticket: { severity: 'high', complexity: null, closed: at('2026-03-02T12:00') } };
    expect(shown(facts(phases, '2026-03-20T09:00', closed))).toEqual(['resolution met']);
  });
});

/** Of those that no process names, the one called so. */
const one = (name: string, given: ClockFacts) =>
  readClocks(given)
    .filter((clock) => clock.name === name)
    .map(({ state: how, due }) => `${how}${due === null ? '' : ` ${iso(due)}`}`)
    .join();

describe('clocks that no process names', () => {
  const raised = [phase('2026-03-02T09:00', 'raised')];

  test('the next answer is due from the first message that made it our turn, until we answer; each round anew', () => {
    const turns = (...said: ReturnType<typeof us | typeof them>[]) => facts(raised, '2026-03-03T10:00', { deeds: { said } });
    expect(one('next_response', turns(them('2026-03-02T09:00')))).toBe('');
    const [first, answer] = [them('2026-03-02T09:00'), us('2026-03-02T10:00')];
    expect(one('next_response', turns(first, answer))).toBe('');
    expect(one('next_response', turns(first, answer, them('2026-03-03T09:30'), them('2026-03-03T09:50')))).toBe(
      'running 2026-03-03T11:30',
    );
    expect(one('next_response', turns(first, answer, them('2026-03-02T11:00')))).toBe('breached 2026-03-02T13:00');
    expect(one('next_response', turns(first, answer, them('2026-03-02T11:00'), us('2026-03-02T12:00')))).toBe('met');
    expect(
      one('next_response', turns(first, answer, them('2026-03-02T11:00'), us('2026-03-02T12:00'), them('2026-03-03T09:00'))),
    ).toBe('running 2026-03-03T11:00');
  });

  test('a message that leaves it the customer’s turn asks for nothing', () => {
    const theirs = [...raised, phase('2026-03-02T10:00', 'raised', { waitsFor: 'customer' })];
    const said = [us('2026-03-02T10:00'), them('2026-03-02T11:00')];
    expect(one('next_response', facts(theirs, '2026-03-02T12:00', { deeds: { said } }))).toBe('');
  });

  test('work begins with our first deed', () => {
    expect(one('work_start', facts(raised, '2026-03-02T09:30'))).toBe('running 2026-03-02T10:00');
    expect(one('work_start', facts(raised, '2026-03-02T15:30', { deeds: { began: at('2026-03-02T09:40') } }))).toBe('met');
    expect(one('work_start', facts(raised, '2026-03-02T15:30', { deeds: { began: at('2026-03-02T14:40') } }))).toBe(
      'breached 2026-03-02T10:00',
    );
  });

  test('without a word of ours a ticket is reminded of, from our last deed, or since it came back to us', () => {
    expect(one('no_update', facts(raised, '2026-03-02T10:00', { deeds: { stirred: at('2026-03-02T09:30') } }))).toBe(
      'running 2026-03-03T09:30',
    );
    const theirs = [...raised, phase('2026-03-02T10:00', 'raised', { waitsFor: 'customer' })];
    expect(one('no_update', facts(theirs, '2026-03-09T10:00'))).toMatch(/^paused/);
    const back = [...theirs, phase('2026-03-09T10:00', 'raised')];
    expect(one('no_update', facts(back, '2026-03-09T11:00'))).toBe('running 2026-03-10T10:00');
  });
});

test('a provider’s own clock runs beside ours, and only while it is their turn', () => {
  const phases = [phase('2026-03-02T09:00', 'waiting', { waitsFor: 'provider' })];
  const both = (given: ClockFacts) =>
    readClocks(given).flatMap(({ name, whose, state: how, due }) =>
      everyClock.includes(name) ? [] : [`${name} ${whose} ${how} ${iso(due ?? 0)}`],
    );
  expect(both(facts(phases, '2026-03-02T10:00'))).toEqual([
    'resolution ours running 2026-03-03T17:00',
    'fix theirs running 2026-03-02T17:00',
  ]);
  const asked = [...phases, phase('2026-03-02T13:00', 'waiting', { waitsFor: 'staff' })];
  expect(both(facts(asked, '2026-03-03T13:00'))).toEqual([
    'resolution ours running 2026-03-03T17:00',
    'fix theirs paused 2026-03-03T17:00',
  ]);
});

test('how long it may take depends on complexity where the plan says so', () => {
  const phases = [phase('2026-03-02T09:00', 'fixing')];
  const easy = { ticket: { severity: 'high', complexity: 'low', closed: null } };
  expect(shown(facts(phases, '2026-03-02T10:00', easy))).toEqual(['resolution running 2026-03-02T17:00']);
});

const rung = (to: Rung['to'], after: string): Rung => ({
  to,
  after: parseServiceTime(after) ?? { days: 0, time: 0 },
  text: after,
});
const strict: ServicePlan = {
  ...plan,
  warn: [0.5, 0.8],
  escalate: [rung('associate', ''), rung('lead', '2h'), rung('manager', '1d')],
};
const marked = (given: ClockFacts, by = strict) =>
  readClocks({ ...given, plan: by })
    .filter(({ name }) => !everyClock.includes(name))
    .flatMap((clock) => marksOf(clock, by, given.now));
const shownMarks = (marks: readonly MarkAt[]) =>
  marks.map(({ mark: { kind, to, said }, at: when }) => `${kind} ${to} ${said} ${iso(when)}`);

describe('marks on a clock', () => {
  const raised = [phase('2026-03-02T09:00', 'raised')];

  test('warnings at shares, the breach, and the chain behind it', () => {
    expect(shownMarks(marked(facts(raised, '2026-03-02T09:00')))).toEqual([
      'warned associate 50% 2026-03-02T11:00',
      'warned associate 80% 2026-03-02T12:12',
      'breached associate  2026-03-02T13:00',
      'escalated lead 2h 2026-03-02T15:00',
      'escalated manager 1d 2026-03-03T13:00',
    ]);
  });

  test('what was reached stays where it was; nothing comes while the clock stands still', () => {
    const late = facts(raised, '2026-03-02T16:00');
    expect(shownMarks(marked(late)).slice(-2)).toEqual([
      'escalated lead 2h 2026-03-02T15:00',
      'escalated manager 1d 2026-03-03T13:00',
    ]);
    const theirs = [...raised, phase('2026-03-02T14:00', 'raised', { waitsFor: 'customer' })];
    expect(marked(facts(theirs, '2026-03-10T16:00'))).toEqual([]);
    const back = [...theirs, phase('2026-03-10T16:00', 'raised')];
    expect(shownMarks(marked(facts(back, '2026-03-10T16:00'))).slice(-2)).toEqual([
      'escalated lead 2h 2026-03-10T17:00',
      'escalated manager 1d 2026-03-11T15:00',
    ]);
  });

  test('answered in time, late, or closed: nobody hears of it any more', () => {
    const answered = { deeds: { said: [us('2026-03-02T14:00')] } };
    expect(marked(facts(raised, '2026-03-02T16:00', answered))).toEqual([]);
    const closed = { ticket: { severity: 'high', complexity: null, closed: at('2026-03-02T10:00') } };
    expect(marked(facts(raised, '2026-03-02T16:00', closed))).toEqual([]);
  });

  test('the first figure reminds, the second breaches', () => {
    const two: Target = { ...target('3d', '1d') };
    const by = { ...plan, targets: { high: { resolution: { default: two } } } };
    expect(shownMarks(marked(facts([phase('2026-03-02T09:00', 'fixing')], '2026-03-02T09:00'), by))).toEqual([
      'warned associate  2026-03-02T17:00',
    ]);
  });

  const moments = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => at('2026-03-02T00:00') + minutes * 60_000);
  const stands = fc.array(fc.tuple(moments, fc.constantFrom('staff' as const, 'customer' as const)), {
    minLength: 1,
    maxLength: 6,
  });

  test('law: marks come in the order of their times, and looking later never moves one that was reached', () => {
    fc.assert(
      fc.property(stands, moments, moments, (pattern, a, b) => {
        const phases = pattern
          .toSorted(([one], [other]) => one - other)
          .map(([when, waitsFor]): Phase => ({ at: when, state: 'fixing', waitsFor, severity: 'high', level: null }));
        const [early, later] = [Math.min(a, b), Math.max(a, b)];
        const upTo = (now: number) =>
          marked({
            ...facts(
              phases.filter((one) => one.at <= now),
              '2026-03-02T00:00',
            ),
            now,
          });
        const [before, after] = [upTo(early), upTo(later)];
        const instants = after.map((one) => one.at);
        expect(instants).toEqual(instants.toSorted((one, other) => one - other));
        for (const one of before.filter((mark) => mark.at <= early)) {
          const same = after.find(({ key }) => key === one.key);
          if (same !== undefined) expect(same.at).toBe(one.at);
        }
      }),
    );
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
