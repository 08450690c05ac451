import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/domain/duration.ts';

const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

test.each([
  ['30s', 30 * second],
  ['5m', 5 * minute],
  ['2h', 2 * hour],
  ['4d', 4 * day],
  ['1h30', 90 * minute],
  ['1h30m', 90 * minute],
  ['1.5h', 90 * minute],
  ['1d 12h', 36 * hour],
  ['2m30', 150 * second],
  ['250ms', 250],
  ['0s', 0],
  [' 1H30 ', 90 * minute],
  ['', null],
  ['90', null],
  ['h', null],
  ['1d12', null],
  ['30m1h', null],
  ['1h1h', null],
  ['1h30 foo', null],
  ['1 minute', null],
  ['-5m', null],
  ['1,5h', null],
  ['1e3s', null],
  ['99999999999999d', null],
])('%j is %j ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test('what is written is read back the same', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (duration) => parseDuration(formatDuration(duration)) === duration));
  expect(formatDuration(90 * minute)).toBe('1h30m');
  expect(formatDuration(0)).toBe('0s');
});

test('what is no duration cannot be written', () => {
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => formatDuration(wrong)).toThrow(RangeError);
});

test('any text is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = parseDuration(text);
      return read === null || Number.isSafeInteger(read);
    }),
  );
});
