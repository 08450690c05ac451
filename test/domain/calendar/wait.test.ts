import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWait, parseWait } from '../../../src/domain/calendar/wait.ts';
import { openCalendar } from '../../../src/domain/calendar/work-calendar.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const none = { workingDays: 0, workingTime: 0, time: 0 };

test.each([
  ['30d', { ...none, time: 30 * day }],
  ['90m', { ...none, time: 90 * minute }],
  ['3bd', { ...none, workingDays: 3 }],
  ['1 business day', { ...none, workingDays: 1 }],
  ['3 Business Days', { ...none, workingDays: 3 }],
  ['4bh', { ...none, workingTime: 4 * hour }],
  ['1.5 business hours', { ...none, workingTime: 1.5 * hour }],
  ['1bd 4bh', { ...none, workingDays: 1, workingTime: 4 * hour }],
  ['0d', null],
  ['0bd', null],
  ['bd', null],
  ['3bd soon', null],
  ['3 days of rest', null],
  ['', null],
])('%j', (text, expected) => {
  expect(parseWait(text)).toEqual(expected);
});

test('any text is read or refused, never thrown at', () => {
  fc.assert(fc.property(fc.string(), (text) => parseWait(text) !== undefined));
});

test('days at work pass at work, other days on every clock', () => {
  const office = openCalendar({ timezone: 'Europe/Berlin', hours: { 'mon-fri': ['09:00-17:00'] }, holidays: [] });
  const friday = Date.parse('2026-03-06T10:00+01:00');
  const after = (text: string) => new Date(addWait(parseWait(text) ?? none, friday, office)).toISOString();
  expect(after('2bd')).toBe('2026-03-10T09:00:00.000Z');
  expect(after('1bd 4bh')).toBe('2026-03-09T13:00:00.000Z');
  expect(after('2d')).toBe('2026-03-08T09:00:00.000Z');
});
