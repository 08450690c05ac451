import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endingOf, isFollowed, keysOfEnding, renewedUntil } from '../../../src/domain/contract/ending.ts';
import { usedShares } from '../../../src/domain/contract/used-share.ts';
import type { ContractSettings } from '../../../src/domain/settings.ts';

const amc: ContractSettings = {
  ...{ number: 'AMC-1', kind: 'amc', starts: '2026-01-01', ends: '2026-12-31', covers: [], hours: 40, incidents: null },
  ...{ sites: [], products: [] },
};
const marks = [60, 30, 7, 0];

/** Days on which a desk looks; the days left of each reminder it gives. */
const given = (days: readonly string[], contract: ContractSettings = amc): number[] => {
  const told = new Set<string>();
  return days.flatMap((day) => {
    const ending = endingOf(contract, day, marks, told);
    for (const key of ending?.keys ?? []) told.add(key);
    return ending === null ? [] : [ending.daysLeft];
  });
};

test.each([
  [['2026-10-31'], []],
  [
    ['2026-10-31', '2026-11-01', '2026-11-03', '2026-12-01', '2026-12-24', '2026-12-31', '2027-01-01'],
    [60, 30, 7, 0],
  ],
  [['2026-12-20', '2026-12-21'], [11]],
  [['2026-10-31', '2027-01-04'], [-4]],
  [['2027-01-14', '2027-01-15'], [-14]],
  [['2027-01-15', '2027-06-01'], []],
])('looked at on %j, what is said is so many days before the end: %j', (days, expected) => {
  expect(given(days)).toEqual(expected);
});

test('a reminder whose day lies before the contract began is none', () => {
  expect(given(['2026-03-01', '2026-03-23', '2026-03-24'], { ...amc, starts: '2026-03-01', ends: '2026-03-31' })).toEqual([
    30,
    8 - 1,
  ]);
  expect(given(['2025-12-31'], { ...amc, ends: '2026-01-20' })).toEqual([]);
});

test('a renewal has all reminders come again for the new end', () => {
  const told = new Set(keysOfEnding(amc, marks));
  expect(endingOf({ ...amc, ends: '2027-12-31' }, '2027-12-30', marks, told)?.daysLeft).toBe(1);
});

test('however the desk looks, each reminder comes once, none before its day, and the nearest always', () => {
  const offsets = fc
    .uniqueArray(fc.integer({ min: 0, max: 390 }), { minLength: 1 })
    .map((days) => days.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(offsets, (days) => {
      const told = new Set<string>();
      for (const offset of days) {
        const day = new Date(Date.parse('2026-01-01') + offset * 86_400_000).toISOString().slice(0, 10);
        const left = 364 - offset;
        const ending = endingOf(amc, day, marks, told);
        const come = marks.filter((mark) => left <= mark);
        const isNew = come.length > 0 && !told.has(keysOfEnding(amc, [Math.min(...come)])[0] ?? '');
        expect(ending !== null).toBe(isNew && left >= -14);
        for (const key of ending?.keys ?? []) told.add(key);
      }
    }),
  );
});

describe('a contract that another follows', () => {
  const next = { ...amc, number: 'AMC-2', starts: '2027-01-01', ends: '2027-12-31' };
  test.each([
    ['the next one', next, true],
    ['one with a gap', { ...next, starts: '2027-01-02' }, false],
    ['one of another kind', { ...next, kind: 'hours' }, false],
    ['one for one site only', { ...next, sites: ['Kiel'] }, false],
    ['one that is over before', { ...next, starts: '2026-01-01', ends: '2026-06-30' }, false],
  ])('%s', (_, other, expected) => {
    expect(isFollowed(amc, [amc, other])).toBe(expected);
  });
});

test.each([
  ['2026-01-01', '2026-12-31', '2027-12-31'],
  ['2024-03-01', '2026-02-28', '2027-02-28'],
  ['2026-01-01', '2026-01-31', '2026-02-28'],
  ['2026-01-01', '2026-03-31', '2026-06-30'],
])('a contract from %s to %s is renewed until %s', (starts, ends, expected) => {
  expect(renewedUntil({ ...amc, starts, ends })).toBe(expected);
});

test('hours or tickets: the highest share that was passed is told, once; a new term begins anew', () => {
  const told = new Set<string>();
  const tell = (minutes: number, incidents = 0, contract = amc) => {
    const shares = usedShares(contract, { minutes, incidents }, [80, 100], told);
    for (const { keys } of shares) for (const key of keys) told.add(key);
    return shares.map(({ what, percent }) => `${what} ${percent}`);
  };
  expect(tell(31 * 60)).toEqual([]);
  expect(tell(32 * 60)).toEqual(['hours 80']);
  expect(tell(39 * 60)).toEqual([]);
  expect(tell(41 * 60)).toEqual(['hours 102']);
  expect(tell(60 * 60)).toEqual([]);
  expect(tell(50 * 60, 0, { ...amc, starts: '2027-01-01' })).toEqual(['hours 125']);
  expect(tell(0, 10, { ...amc, hours: null, incidents: 10 })).toEqual(['incidents 100']);
});
