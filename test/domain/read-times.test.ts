import { expect, test } from 'vitest';
import { readTimes } from '../../src/domain/calendar/read-times.ts';
import { inEnglish } from '../../src/domain/saying.ts';

/** A Monday, 10:00 in Berlin. */
const here = { now: Date.parse('2026-03-02T09:00:00Z'), zone: 'Europe/Berlin' };

test.for([
  ['tue 10:00', ['2026-03-03T09:00/30']],
  ['tue 10:00, tue 14:00', ['2026-03-03T09:00/30', '2026-03-03T13:00/30']],
  ['tue 10:00, 14:00 or 16:30 for 1h', ['2026-03-03T09:00/60', '2026-03-03T13:00/60', '2026-03-03T15:30/60']],
  ['2026-03-30 9:30; 2026-03-31 9:30 for 45m', ['2026-03-30T07:30/45', '2026-03-31T07:30/45']],
  ['- tue 10:00\n- wed 14:00\n3. thu 9:00', ['2026-03-03T09:00/30', '2026-03-04T13:00/30', '2026-03-05T08:00/30']],
  ['tomorrow 9am\nfri 17h30', ['2026-03-03T08:00/30', '2026-03-06T16:30/30']],
] as const)('%s', ([text, times]) => {
  const read = readTimes(text, here);
  const shown = ({ start, end }: { start: number; end: number }) =>
    `${new Date(start).toISOString().slice(0, 16)}/${(end - start) / 60_000}`;
  expect(read.kind === 'times' ? read.times.map(shown) : read).toEqual(times);
});

test.for([
  ['soon', '“soon” is no day and time'],
  ['', 'no time is named'],
  ['tuesday', '“tuesday” has no time of day'],
  ['2026-03-02 08:00', '“2026-03-02 08:00” is over'],
  ['tue 10:00, 2026-03-03 10:00', '“2026-03-03 10:00” is named twice'],
  ['tue 10:00 for 3 weeks', '“tue 10:00 for 3 weeks” is no day and time'],
  ['tue 10:00 for 1m', 'it says for how long in a way that cannot be read'],
  [Array.from({ length: 9 }, (_, at) => `tue 1${at}:00`).join(', '), 'more than 8 times are named'],
])('%s: %s', ([text = '', problem]) => {
  const read = readTimes(text, here);
  expect(read.kind === 'wrong' && inEnglish(read.problem)).toBe(problem);
});
