import { expect, test } from 'vitest';
import { readCron } from '../../src/adapters/config/schema/cron.ts';
import { nextRun } from '../../src/domain/jobs/cron.ts';

const runs = (line: string, from: string, count: number, zone = 'Europe/Berlin'): string[] => {
  const times = readCron(line);
  if (times === null) throw new Error(`${line} is no cron line`);
  const found: string[] = [];
  for (let at = Date.parse(from); found.length < count; ) {
    const next = nextRun(times, at, zone);
    if (next === null) return found;
    found.push(new Date(next).toISOString().slice(0, 16));
    at = next;
  }
  return found;
};

test.each([
  ['* * * * *', '2026-03-02T09:00:30Z', ['2026-03-02T09:01', '2026-03-02T09:02']],
  ['*/30 * * * *', '2026-03-02T09:00Z', ['2026-03-02T09:30', '2026-03-02T10:00']],
  ['0 7 * * *', '2026-03-02T05:59Z', ['2026-03-02T06:00', '2026-03-03T06:00']],
  ['0 7 * * 1-5', '2026-03-06T12:00Z', ['2026-03-09T06:00']],
  ['0 0 1,15 * *', '2026-03-02T12:00Z', ['2026-03-14T23:00', '2026-03-31T22:00']],
  ['0 12 13 * fri', '2026-03-07T12:00Z', ['2026-03-13T11:00', '2026-03-20T11:00', '2026-03-27T11:00', '2026-04-03T10:00']],
  ['off', '2026-03-02T12:00Z', []],
  ['0 12 29 2 *', '2026-03-02T12:00Z', ['2028-02-29T11:00']],
])('%s', (line, from, expected) => {
  expect(runs(line, from, expected.length)).toEqual(expected);
});

test('a time that clocks skip comes all the same, one that they show twice comes once', () => {
  expect(runs('30 2 * * *', '2026-03-28T12:00Z', 2)).toEqual(['2026-03-29T01:30', '2026-03-30T00:30']);
  expect(runs('30 2 * * *', '2026-10-24T12:00Z', 2)).toEqual(['2026-10-25T00:30', '2026-10-26T01:30']);
});

test('what runs each hour runs in both of them', () => {
  expect(runs('30 * * * *', '2026-10-24T23:45Z', 3)).toEqual(['2026-10-25T00:30', '2026-10-25T01:30', '2026-10-25T02:30']);
});

test.each(['60 * * * *', '* * * * * *', '0 0 L * *', '0 0 * * mon#1', ''])('%j is refused', (line) => {
  expect(readCron(line)).toBeNull();
});
