import { describe, expect, test } from 'vitest';
import { openCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { coverageOf } from '../../../src/domain/contract/coverage.ts';
import { contractEnd } from '../../../src/domain/due/contract-end.ts';
import { dueOf } from '../../../src/domain/due/due.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { at, facts, iso, monday, offer, shown, step } from './due-facts.ts';

const silent = { steps: [step({ kind: 'silent', ask: 'offer' })] };
const key = (person: number, index: number): string => `remind 1 ${person} ${offer().reminds[index]}`;
const bothSent = new Map([
  [key(0, 0), at('2026-03-04T09:00')],
  [key(0, 1), at('2026-03-06T09:00')],
]);

describe('a question', () => {
  test('is reminded at the first planned time', () => {
    expect(shown(dueOf(facts({ asks: [offer()] })))).toEqual(['remind 2026-03-04T09:00']);
  });

  test('a reminder that one of us asks for goes out though the planned one before it did', () => {
    const asks = [offer({ reminds: [at('2026-03-05T11:00'), at('2026-03-06T09:00')] })];
    const asked = facts({ asks, now: at('2026-03-05T11:00'), done: new Map([[key(0, 0), at('2026-03-04T09:00')]]) });
    expect(shown(dueOf(asked))).toEqual(['remind 2026-03-05T11:00']);
  });

  test('reminders that were missed are one', () => {
    const [due] = dueOf(facts({ asks: [offer()], now: at('2026-03-09T10:00') }));
    expect(due).toMatchObject({
      kind: 'remind',
      at: at('2026-03-09T10:00'),
      keys: [key(0, 0), key(0, 1)],
      isLast: true,
    });
  });

  test('is never reminded at night: a desk that comes up late waits for the morning', () => {
    expect(shown(dueOf(facts({ asks: [offer()], now: at('2026-03-04T23:30') })))).toEqual(['remind 2026-03-05T09:00']);
  });

  test('reminders leave by the hours of their reader', () => {
    const tokyo = openCalendar({ timezone: 'Asia/Tokyo', hours: { 'mon-fri': ['09:00-17:00'] }, holidays: [] });
    const reader = () => ({ calendar: tokyo, awayUntil: null });
    expect(shown(dueOf(facts({ asks: [offer()], reader })))).toEqual(['remind 2026-03-05T00:00']);
  });

  test('whoever is away is reminded when they are back', () => {
    const away = facts({ asks: [offer()] });
    const reader = (): ReturnType<typeof away.reader> => ({ calendar: away.calendar, awayUntil: at('2026-03-16T00:00') });
    expect(shown(dueOf({ ...away, reader }))).toEqual(['remind 2026-03-16T09:00']);
  });

  test('of several only those who have not answered are reminded', () => {
    const of = [
      { kind: 'contact', address: 'jane@globex.example' },
      { kind: 'associate', handle: 'ravi' },
    ] as const;
    const [answer, via, state] = ['approve', 'mail', 'counted'] as const;
    const said = { answer, value: '', words: '', via, evidence: null, recordedBy: null, state, until: null };
    const answered = { ...said, by: of[0], at: monday };
    const [due, ...more] = dueOf(facts({ asks: [offer({ of, need: 'all', given: [answered] })] }));
    expect(due).toMatchObject({ kind: 'remind', whom: of[1], keys: [key(1, 0)] });
    expect(more).toEqual([]);
  });

  test('falls silent when the last reminder had as long as the one before, and once', () => {
    const asks = [offer()];
    expect(shown(dueOf(facts({ asks, workflow: silent, done: bothSent })))).toEqual(['silent 2026-03-09T17:00']);
    const done = new Map([...bothSent, ['silent 1', at('2026-03-10T09:00')]]);
    expect(dueOf(facts({ asks, workflow: silent, done }))).toEqual([]);
  });

  test('a last reminder that went out late moves the silence', () => {
    const late = new Map([...bothSent, [key(0, 1), at('2026-03-12T09:00')]]);
    expect(shown(dueOf(facts({ asks: [offer()], workflow: silent, done: late })))).toEqual(['silent 2026-03-13T17:00']);
  });

  test('nobody hears of a silence that the process does not wait for', () => {
    expect(dueOf(facts({ asks: [offer()], done: bothSent }))).toEqual([]);
  });

  test('without reminders five working days are silence', () => {
    expect(shown(dueOf(facts({ asks: [offer({ reminds: [] })], workflow: silent })))).toEqual(['silent 2026-03-06T17:00']);
  });

  test('expires at its instant, and is not reminded after it', () => {
    const asks = [offer({ expires: at('2026-03-05T23:00') })];
    expect(shown(dueOf(facts({ asks, done: new Map([[key(0, 0), 1]]) })))).toEqual(['expired 2026-03-05T23:00']);
    expect(shown(dueOf(facts({ asks, now: at('2026-03-09T10:00') })))).toEqual(['expired 2026-03-05T23:00']);
  });

  test.each(['answered', 'expired', 'withdrawn'] as const)('that is %s waits for nothing', (state) => {
    expect(dueOf(facts({ asks: [offer({ state })] }))).toEqual([]);
  });
});

describe('a state', () => {
  const after = { steps: [step({ kind: 'after', wait: '30d' }), step({ kind: 'after', wait: '2d' }, ['raised'])] };

  test('is left after its time, counted from when it was entered', () => {
    expect(shown(dueOf(facts({ workflow: after })))).toEqual(['after 2026-04-01T09:00']);
  });

  test('time on hold does not count', () => {
    const phase = { waitsFor: 'staff', severity: null, level: null } as const;
    const phases = [
      { at: monday, state: 'offered', ...phase },
      { at: at('2026-03-03T09:00'), state: 'paused', ...phase },
      { at: at('2026-03-06T09:00'), state: 'offered', ...phase },
    ];
    expect(shown(dueOf(facts({ workflow: after, phases })))).toEqual(['after 2026-04-04T09:00']);
  });

  test('each time it is entered its time begins anew', () => {
    const phase = { waitsFor: 'staff', severity: null, level: null } as const;
    const phases = ['offered', 'raised', 'offered'].map((state, day) => ({ at: monday + day * 86_400_000, state, ...phase }));
    const done = new Map([[`after 30d ${monday}`, at('2026-03-03T09:00')]]);
    expect(shown(dueOf(facts({ workflow: after, phases, done })))).toEqual(['after 2026-04-03T09:00']);
  });

  test.each([
    ['14d', 'after 2026-03-16T09:00'],
    ['14', 'after 2026-03-16T09:00'],
    ['2bd', 'after 2026-03-03T17:00'],
  ])('its time may stand in a field: %s', (monitoring, expected) => {
    const workflow = { steps: [step({ kind: 'after', wait: 'monitoring' })] };
    expect(shown(dueOf(facts({ workflow, ticket: { fields: { monitoring } } })))).toEqual([expected]);
  });

  test('a field without a time waits for nothing', () => {
    const workflow = { steps: [step({ kind: 'after', wait: 'monitoring' })] };
    expect(dueOf(facts({ workflow, ticket: { fields: { monitoring: 'until it is fine' } } }))).toEqual([]);
  });
});

describe('nobody of us stirs', () => {
  const quiet = { steps: [step({ kind: 'quiet', wait: '1bd' }), step({ kind: 'quiet', wait: '2bd' })] };
  const ours = [{ at: monday, state: 'offered', waitsFor: 'staff', severity: null, level: null }] as const;

  test('counted from our last word; each wait once in a silence', () => {
    const lastByUs = at('2026-03-03T12:00');
    const common = { workflow: quiet, phases: ours, ticket: { waitsFor: 'staff' as const }, lastByUs };
    expect(shown(dueOf(facts(common)))).toEqual(['quiet 2026-03-04T12:00', 'quiet 2026-03-05T12:00']);
    const done = new Map([[`quiet 1bd ${lastByUs}`, at('2026-03-04T12:00')]]);
    expect(shown(dueOf(facts({ ...common, done })))).toEqual(['quiet 2026-03-05T12:00']);
  });

  test('while it is the customer’s turn nobody is late', () => {
    expect(dueOf(facts({ workflow: quiet, lastByUs: monday - 9e9 }))).toEqual([]);
  });
});

describe('a clock of the plan', () => {
  const minds = { steps: [step({ kind: 'breached', clock: 'resolution' })] };
  const clocks = [{ name: 'resolution', state: 'running', due: at('2026-03-04T15:00') }] as const;

  test('is told of when it runs out, and once', () => {
    expect(shown(dueOf(facts({ workflow: minds, clocks })))).toEqual(['breached 2026-03-04T15:00']);
    expect(dueOf(facts({ workflow: minds, clocks, done: new Map([['breached resolution', monday]]) }))).toEqual([]);
  });

  test('that is met, paused, or that the process does not mind is not', () => {
    expect(dueOf(facts({ clocks }))).toEqual([]);
    for (const state of ['met', 'paused'] as const)
      expect(dueOf(facts({ workflow: minds, clocks: [{ name: 'resolution', state, due: monday }] }))).toEqual([]);
  });
});

test('the end of the contract that a ticket stands on is due at its end', () => {
  const common = { customer: 'globex', used: new Map(), exceptions: [], zone: 'Europe/Berlin' };
  const contract = {
    ...{ number: 'A-1', kind: 'amc', starts: '2026-01-01', ends: '2026-03-31', covers: [], hours: null, incidents: null },
    ...{ sites: [], products: [] },
  };
  const active = { ...coverageOf([contract], { at: monday, zone: 'UTC', type: null, site: null, product: null }), number: 'A-1' };
  const record = { ...common, contracts: [contract], coverage: active };
  expect(shown(dueOf(facts({ contractEnds: contractEnd(record) })))).toEqual(['contract-ends 2026-03-31T22:00']);
  const renewed = { ...record, contracts: [{ ...contract, ends: '2027-03-31' }] };
  expect(contractEnd(renewed)).toBe(at('2027-03-31T22:00'));
  expect(contractEnd({ ...record, coverage: null })).toBeNull();
  expect(contractEnd({ ...record, coverage: { ...active, contract: 'expired' } })).toBeNull();
});

describe('on hold', () => {
  test('it wakes when its time comes, and everything else waits for that', () => {
    const until = at('2026-03-20T08:00');
    const held = { state: 'paused', pausedUntil: until };
    expect(shown(dueOf(facts({ asks: [offer()], ticket: held })))).toEqual([`wake ${iso(until)}`]);
    expect(dueOf(facts({ asks: [offer()], ticket: { ...held, pausedUntil: null } }))).toEqual([]);
  });
});

test.each([{ closed: 1 }, { deleted: 1 }, { mergedInto: ticketNo(1002) }])('what is over waits for nothing: %j', (over) => {
  expect(dueOf(facts({ asks: [offer()], ticket: over }))).toEqual([]);
});
