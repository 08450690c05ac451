import { describe, expect, test } from 'vitest';
import { dueOf } from '../../../src/domain/due/due.ts';
import { unheldSince } from '../../../src/domain/due/unassigned.ts';
import { at, facts, iso, monday } from './due-facts.ts';

const unheld = { since: monday, team: { days: 0, time: 4 * 3_600_000 }, lead: { days: 1, time: 0 } };
const duesAt = (now: number, done: readonly string[] = []) =>
  dueOf(facts({ now, unheld, done: new Map(done.map((key) => [key, monday])), ticket: { waitsFor: 'staff' } })).flatMap((due) =>
    due.kind === 'unassigned' ? [`${due.to.join('+')} ${iso(due.at)}`] : [],
  );

test('the team hears after four hours at work, the leads after a day', () => {
  expect(duesAt(monday)).toEqual(['team 2026-03-02T13:00', 'lead 2026-03-02T17:00']);
  expect(duesAt(at('2026-03-02T13:00'))).toEqual(['team 2026-03-02T13:00', 'lead 2026-03-02T17:00']);
  expect(duesAt(at('2026-03-02T14:00'), [`unassigned team ${monday}`])).toEqual(['lead 2026-03-02T17:00']);
});

test('a desk that was down over both tells all at once', () => {
  expect(duesAt(at('2026-03-09T10:00'))).toEqual(['team+lead 2026-03-02T13:00']);
  expect(duesAt(at('2026-03-09T10:00'), [`unassigned team ${monday}`, `unassigned lead ${monday}`])).toEqual([]);
});

describe('since when it waits', () => {
  const ticket = { assignee: null, waitsFor: 'staff', opened: monday } as const;
  const phase = (when: number, waitsFor: 'staff' | 'customer') => ({
    at: when,
    state: 'raised',
    waitsFor,
    severity: null,
    level: null,
  });
  test.each([
    ['it was opened', ticket, [], [phase(monday, 'staff')], monday],
    ['somebody gave it back', ticket, [{ event: 'assigned', at: monday + 5 }], [phase(monday, 'staff')], monday + 5],
    ['the customer answered', ticket, [], [phase(monday, 'customer'), phase(monday + 9, 'staff')], monday + 9],
    ['somebody has it', { ...ticket, assignee: 'maria' }, [], [phase(monday, 'staff')], null],
    ['it waits for the customer', { ...ticket, waitsFor: 'customer' as const }, [], [phase(monday, 'customer')], null],
  ])('%s', (_, one, journal, phases, expected) => {
    expect(unheldSince(one, journal, phases)).toBe(expected);
  });
});
