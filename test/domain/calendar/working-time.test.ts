import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarPlan, openCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { addWorking, nextWorking, workingBetween } from '../../../src/domain/calendar/working-time.ts';
import { workedMinutes } from './walker.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

const office = openCalendar({
  timezone: 'Europe/Berlin',
  hours: { 'mon-thu': ['09:00-12:30', '13:00-18:00'], fri: ['09:00-15:00'] },
  holidays: ['2026-12-25'],
});
const nights = openCalendar({ timezone: 'Europe/Berlin', hours: { 'mon-sun': ['22:00-24:00', '00:00-06:00'] }, holidays: [] });

describe('work is added', () => {
  test.each([
    ['within a shift', '2026-11-23T08:00Z', 2 * hour, '2026-11-23T10:00'],
    ['across the pause at noon', '2026-11-23T11:00Z', hour, '2026-11-23T12:30'],
    ['to the very end of a day, not the next morning', '2026-11-23T16:00Z', hour, '2026-11-23T17:00'],
    ['from the night: the next morning', '2026-11-23T02:00Z', hour, '2026-11-23T09:00'],
    ['over a weekend', '2026-11-27T13:00Z', 2 * hour, '2026-11-30T09:00'],
    ['over a holiday', '2026-12-24T16:30Z', hour, '2026-12-28T08:30'],
    ['none: where it stands', '2026-11-22T02:00Z', 0, '2026-11-22T02:00'],
  ])('%s', (_name, from, amount, expected) => {
    expect(iso(addWorking(office, at(from), amount))).toBe(expected);
  });

  test.each([
    ['the same hour of the next day, where both are as long', '2026-11-23T09:00Z', 1, '2026-11-24T09:00'],
    ['as much of a short day: 1 of 8.5 hours is 42 minutes of 6 hours', '2026-11-26T09:00Z', 1, '2026-11-27T08:42'],
    ['five days are a week', '2026-11-23T09:00Z', 5, '2026-11-30T09:00'],
    ['half a day', '2026-11-27T08:00Z', 0.5, '2026-11-27T11:00'],
  ])('days: %s', (_name, from, days, expected) => {
    expect(iso(addWorking(office, at(from), days, 'days'))).toBe(expected);
  });

  test('day and night where there is no calendar', () => {
    expect(iso(addWorking(null, at('2026-11-22T02:00Z'), hour))).toBe('2026-11-22T03:00');
    expect(iso(addWorking(null, at('2026-11-22T02:00Z'), 2, 'days'))).toBe('2026-11-24T02:00');
  });

  test('a calendar without working hours is refused', () => {
    expect(() => openCalendar({ timezone: 'UTC', hours: {}, holidays: [] })).toThrow(RangeError);
  });
});

describe('clocks that change', () => {
  test('the night in March has seven hours, the one in October nine', () => {
    const night = (date: string) => workingBetween(nights, at(`${date}T12:00Z`), at(`${date}T12:00Z`) + day) / hour;
    expect([night('2026-03-27'), night('2026-03-28'), night('2026-10-24')]).toEqual([8, 7, 9]);
  });

  test('a shift within the hour that is skipped is not worked; one that begins there begins after it', () => {
    const early = openCalendar({ timezone: 'Europe/Berlin', hours: { sun: ['02:15-02:45', '02:50-04:00'] }, holidays: [] });
    expect(workingBetween(early, at('2026-03-29T00:00Z'), at('2026-03-29T12:00Z'))).toBe(hour);
  });

  test('where a whole day was skipped nothing was worked', () => {
    const apia = openCalendar({ timezone: 'Pacific/Apia', hours: { 'mon-sun': ['00:00-24:00'] }, holidays: [] });
    expect(workingBetween(apia, at('2011-12-29T10:00Z'), at('2011-12-31T10:00Z'))).toBe(2 * day);
  });
});

test('the next instant at work is now, or the beginning of the next shift', () => {
  expect(iso(nextWorking(office, at('2026-11-23T10:00Z')))).toBe('2026-11-23T10:00');
  expect(iso(nextWorking(office, at('2026-11-23T11:45Z')))).toBe('2026-11-23T12:00');
  expect(iso(nextWorking(office, at('2026-12-24T17:00Z')))).toBe('2026-12-28T08:00');
});

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const shift = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => `${clock(from)}-${clock(to)}`);
const plans: fc.Arbitrary<CalendarPlan> = fc.record({
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Cairo'),
  hours: fc.dictionary(
    fc.subarray(weekdays, { minLength: 1 }).map((some) => some.join(',')),
    fc.array(shift, { minLength: 1, maxLength: 3 }),
    {
      minKeys: 1,
      maxKeys: 2,
    },
  ),
  holidays: fc.subarray(['2026-03-30', '2026-10-23', '2026-10-26', '2026-11-02']),
});
/** Whole minutes of the weeks around which clocks change in those zones. */
const instants = fc
  .tuple(
    fc.constantFrom('2026-03-27', '2026-03-06', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-29', '2026-04-22'),
    fc.integer({ min: 0, max: 5 * 24 * 60 }),
  )
  .map(([date, minutes]) => at(`${date}T00:00Z`) + minutes * minute);
const measures = fc.constantFrom('time' as const, 'days' as const);

describe('laws', () => {
  test('what a walker counts minute by minute is what is counted', () => {
    fc.assert(
      fc.property(plans, instants, fc.integer({ min: 0, max: 3000 }), (plan, from, length) => {
        const to = from + length * minute;
        expect(workingBetween(openCalendar(plan), from, to) / minute).toBe(workedMinutes(plan, from, to));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('what was added lies between', () => {
    fc.assert(
      fc.property(plans, instants, fc.integer({ min: 0, max: 100 * 60 }), measures, (plan, from, minutes, measure) => {
        const calendar = openCalendar(plan);
        const amount = measure === 'time' ? minutes * minute : minutes / 600;
        const end = addWorking(calendar, from, amount, measure);
        const short = Math.abs(workingBetween(calendar, from, end, measure) - amount);
        expect(short).toBeLessThan(measure === 'time' ? 1 : 1e-4);
      }),
    );
  });

  test('one after the other is both at once', () => {
    const amounts = fc.integer({ min: 0, max: 60 * 60 });
    fc.assert(
      fc.property(plans, instants, amounts, amounts, measures, (plan, from, one, other, measure) => {
        const calendar = openCalendar(plan);
        const unit = measure === 'time' ? minute : 1 / 600;
        const add = (start: number, amount: number) => addWorking(calendar, start, amount * unit, measure);
        const apart = Math.abs(add(add(from, one), other) - add(from, one + other));
        if (measure === 'time') expect(apart).toBe(0);
        else expect(workingBetween(calendar, add(from, one + other) - apart, add(from, one + other) + apart)).toBeLessThan(10);
      }),
    );
  });

  test('later, and more, never ends earlier', () => {
    const amounts = fc.integer({ min: 0, max: 60 * 60 });
    fc.assert(
      fc.property(plans, instants, instants, amounts, amounts, measures, (plan, a, b, x, y, measure) => {
        const calendar = openCalendar(plan);
        const unit = measure === 'time' ? minute : 1 / 600;
        const early = addWorking(calendar, Math.min(a, b), Math.min(x, y) * unit, measure);
        expect(early).toBeLessThanOrEqual(addWorking(calendar, Math.max(a, b), Math.max(x, y) * unit, measure));
      }),
    );
  });
});
