import { expect, test } from 'vitest';
import type { Offer } from '../../../src/domain/quote/quote.ts';
import type { ReportFacts } from '../../../src/domain/report/facts.ts';
import { figuresOf } from '../../../src/domain/report/figures.ts';
import { percentiles } from '../../../src/domain/report/percentiles.ts';
import { lastPeriod } from '../../../src/domain/report/period.ts';

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);

test.each([
  ['week', '2026-11-16T07:30:00Z', 'UTC', '2026-11-09T00:00', '2026-11-16T00:00', 7],
  ['week', '2026-11-15T23:30:00Z', 'Europe/Berlin', '2026-11-08T23:00', '2026-11-15T23:00', 7],
  ['week', '2026-11-15T22:30:00Z', 'Europe/Berlin', '2026-11-01T23:00', '2026-11-08T23:00', 7],
  ['week', '2026-04-01T07:30:00Z', 'Europe/Berlin', '2026-03-22T23:00', '2026-03-29T22:00', 7],
  ['month', '2026-03-01T07:30:00Z', 'UTC', '2026-02-01T00:00', '2026-03-01T00:00', 4],
  ['month', '2026-11-30T07:30:00Z', 'UTC', '2026-10-01T00:00', '2026-11-01T00:00', 5],
] as const)('the last whole %s before %s in %s', (kind, now, zone, from, to, parts) => {
  const { period, before } = lastPeriod(kind, Date.parse(now), zone);
  expect([iso(period.from), iso(period.to), period.parts.length]).toEqual([from, to, parts]);
  expect(before.to).toBe(period.from);
  expect(period.parts.at(-1)?.to).toBe(period.to);
});

test.each([
  [[], null],
  [[7], { count: 1, median: 7, ninetieth: 7 }],
  [[4, 1, 3, 2], { count: 4, median: 2, ninetieth: 4 }],
  [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { count: 10, median: 5, ninetieth: 9 }],
])('percentiles of %j', (values, expected) => expect(percentiles(values)).toEqual(expected));

const { period } = lastPeriod('week', Date.parse('2026-11-16T07:30:00Z'), 'UTC');
const hour = 3_600_000;
const at = (hours: number): number => period.from + hours * hour;
const offer = (currency: string, amount: number): Offer => ({
  ...{ number: 1, revision: 1, kind: 'quote', tickets: [], adds: null, title: '', recipient: [], language: 'en', currency },
  ...{ scope: { included: [], excluded: [] }, rounding: 'rate', terms: '', eta: null, valid: '', zone: '', report: null },
  lines: [{ text: '', measure: { kind: 'fixed' }, net: { amount, currency }, tax: '19' }],
});
const facts: ReportFacts = {
  flows: [
    { at: at(1), way: 'in', customer: 'globex', assignee: 'maria', opened: at(1), deleted: false },
    { at: at(5), way: 'out', customer: 'globex', assignee: 'maria', opened: at(1), deleted: false },
    { at: at(30), way: 'in', customer: null, assignee: null, opened: at(30), deleted: false },
    { at: at(31), way: 'out', customer: null, assignee: null, opened: at(30), deleted: true },
    { at: at(32), way: 'in', customer: 'initech', assignee: 'tom', opened: at(32), deleted: false },
  ],
  before: 1,
  after: [
    { process: 'simple', state: 'raised', customer: 'initech', assignee: 'tom', age: 'week', count: 1 },
    { process: 'simple', state: 'raised', customer: 'globex', assignee: 'tom', age: 'longer', count: 1 },
  ],
  answered: [{ opened: at(1), at: at(3), customer: 'globex' }],
  clocks: [{ name: 'resolution', kept: 3, missed: 1 }],
  hours: [
    { kind: 'work', customer: 'globex', handle: 'maria', minutes: 90 },
    { kind: 'travel', customer: 'globex', handle: 'maria', minutes: 30 },
    { kind: 'work', customer: 'initech', handle: 'tom', minutes: 15 },
  ],
  quotes: [
    { offer: offer('EUR', 1000), status: 'approved', made: at(-90), settled: at(4) },
    { offer: offer('EUR', 500), status: 'open', made: at(9), settled: null },
    { offer: offer('JPY', 70), status: 'declined', made: at(9), settled: at(10) },
  ],
  ratings: [
    { figure: 5, count: 3 },
    { figure: 2, count: 1 },
  ],
};

test('a week is added up: flows, times, money by its currency', () => {
  const worked = (_customer: string | null, from: number, to: number): number => to - from;
  const figures = figuresOf(facts, { period, worked, contracts: [] });
  expect(figures).toMatchObject({ came: 3, went: 2, backlogBefore: 1, backlog: 2, satisfaction: 4.25, ratings: [0, 1, 0, 0, 3] });
  expect(figures.came - figures.went).toBe(figures.backlog - figures.backlogBefore);
  expect(figures.parts.map(({ came, went }) => [came, went]).slice(0, 3)).toEqual([
    [1, 1],
    [2, 1],
    [0, 0],
  ]);
  expect(figures.firstResponse).toEqual({ count: 1, median: 2 * hour, ninetieth: 2 * hour });
  expect(figures.resolution).toEqual({ count: 1, median: 4 * hour, ninetieth: 4 * hour });
  expect(figures.states).toEqual([{ process: 'simple', state: 'raised', count: 2 }]);
  expect(figures.customers).toEqual([
    { customer: 'globex', came: 1, went: 1, backlog: 1, minutes: 120 },
    { customer: 'initech', came: 1, went: 0, backlog: 1, minutes: 15 },
    { customer: null, came: 1, went: 1, backlog: 0, minutes: 0 },
  ]);
  expect(figures.people).toEqual([
    { handle: 'maria', went: 1, backlog: 0, minutes: 120 },
    { handle: 'tom', went: 0, backlog: 2, minutes: 15 },
  ]);
  expect(figures.hours).toEqual([
    { kind: 'work', minutes: 105 },
    { kind: 'travel', minutes: 30 },
  ]);
  const none = { count: 0, amount: 0 };
  expect(figures.quotes).toEqual([
    { currency: 'EUR', made: { count: 1, amount: 500 }, approved: { count: 1, amount: 1000 }, declined: none },
    { currency: 'JPY', made: { count: 1, amount: 70 }, approved: none, declined: { count: 1, amount: 70 } },
  ]);
});
