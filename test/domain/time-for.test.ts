import { expect, test } from 'vitest';
import { dayFor, timeFor } from '../../src/domain/answer/time-for.ts';

const desk = { language: 'en', timezone: 'UTC' };

test.each([
  ['en', 'Nov 3, 2026, 9:05 AM', 'Nov 16, 2026'],
  ['es', '3 nov 2026, 9:05', '16 nov 2026'],
  ['de', '03.11.2026, 09:05', '16.11.2026'],
  ['fr', '3 nov. 2026, 09:05', '16 nov. 2026'],
  ['pt', '3 de nov. de 2026, 09:05', '16 de nov. de 2026'],
])('a moment and a day as they are written in %s', (language, moment, day) => {
  const reader = { language, timezone: 'Europe/Berlin' };
  expect(timeFor(Date.UTC(2026, 10, 3, 8, 5), reader, desk).replaceAll('\u202f', ' ')).toBe(moment);
  expect(dayFor(Date.UTC(2026, 10, 16), reader, desk)).toBe(day);
});

test('a day stays that day west of Greenwich', () => {
  expect(dayFor(Date.UTC(2026, 10, 16), { language: 'de', timezone: 'America/Los_Angeles' }, desk)).toBe('16.11.2026');
});
