import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAfter } from '../../src/domain/answer/retry-after.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const usual = { quick: [minute, 5 * minute], later: 30 * minute, giveUp: 4 * day };

const waits: [number, number, number | null][] = [
  [1, 0, minute],
  [2, minute, 5 * minute],
  [3, 6 * minute, 30 * minute],
  [190, 3 * day, 30 * minute],
  [191, 4 * day - 1, 30 * minute],
  [192, 4 * day, null],
  [1, 9 * day, null],
];

test.each(waits)('5321-2: after %i failures at age %i ms the next try comes in %s ms', (failures, age, wait) => {
  expect(retryAfter(usual, failures, age)).toBe(wait);
});

test('without quick tries every wait is the long one', () => {
  expect(retryAfter({ ...usual, quick: [] }, 1, 0)).toBe(30 * minute);
});

test.each([0, -1, 1.5, Number.NaN])('%s failures is a bug of the caller', (failures) => {
  expect(() => retryAfter(usual, failures, 0)).toThrow(RangeError);
});

const schedules = fc.record({
  quick: fc.array(fc.integer({ min: 1, max: 30 * minute }), { maxLength: 5 }),
  later: fc.integer({ min: 30 * minute, max: day }),
  giveUp: fc.integer({ min: 0, max: 10 * day }),
});

test('5321-2: a mail is tried until it has had its time, never less than `later` apart after the quick tries, and then ends', () => {
  fc.assert(
    fc.property(schedules, (settings) => {
      let age = 0;
      let failures = 0;
      for (;;) {
        const wait = retryAfter(settings, ++failures, age);
        if (wait === null) break;
        expect(age).toBeLessThan(settings.giveUp);
        expect(wait).toBe(failures <= settings.quick.length ? settings.quick[failures - 1] : settings.later);
        age += wait;
      }
      expect(age).toBeGreaterThanOrEqual(settings.giveUp);
    }),
    { numRuns: 300 },
  );
});
