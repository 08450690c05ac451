import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printPath } from '../../../src/adapters/config/complaint.ts';
import { startOfDay } from '../../../src/adapters/config/schema/dates.ts';
import { parseMoney } from '../../../src/adapters/config/schema/money.ts';
import { address, domain } from '../../../src/adapters/config/schema/words.ts';
import { readShift, readWeekdays } from '../../../src/domain/calendar/hours.ts';
import { likely } from '../../../src/domain/likely.ts';
import { edits } from '../../../src/domain/nearest.ts';

test.each([
  ['poll_evry', ['poll', 'poll_every', 'folder'], 'poll_every'],
  ['adress', ['name', 'address'], 'address'],
  ['replyTo', ['reply_to', 'reply'], 'reply_to'],
  ['hsot', ['host', 'port'], 'host'],
  ['no', ['all', 'none'], 'none'],
  ['zebra', ['name', 'address'], null],
  ['x', [], null],
])('nearest to %s among %j is %j', (word, known, expected) => {
  expect(likely(word, known)).toBe(expected);
});

test('the distance of words is a distance', () => {
  const word = fc.string({ maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(edits(a, a)).toBe(0);
      expect(edits(a, b)).toBe(edits(b, a));
      expect(edits(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(edits(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

test.each([
  ['5000 EUR', { amount: 500_000, currency: 'EUR' }],
  ['49.90 USD', { amount: 4_990, currency: 'USD' }],
  ['49.9 USD', { amount: 4_990, currency: 'USD' }],
  ['500 JPY', { amount: 500, currency: 'JPY' }],
  ['1.234 KWD', { amount: 1_234, currency: 'KWD' }],
  ['1.5 JPY', null],
  ['1.999 EUR', null],
  ['5000', null],
  ['5000 EURO', null],
  ['5,000 EUR', null],
  ['-5 EUR', null],
  ['5 QQQ', null],
])('money %s', (text, expected) => {
  expect(parseMoney(text)).toEqual(expected);
});

test.each([
  ['2026-11-01', 'UTC', '2026-11-01T00:00:00Z'],
  ['2026-11-01', 'Europe/Berlin', '2026-10-31T23:00:00Z'],
  ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00Z'],
  ['2026-11-01', 'Asia/Kolkata', '2026-10-31T18:30:00Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'], // clocks went from 00:00 to 01:00
])('%s begins in %s at %s', (day, zone, expected) => {
  expect(new Date(startOfDay(day, zone)).toISOString()).toBe(new Date(expected).toISOString());
});

test.each([
  ['mon', true],
  ['mon-fri', true],
  ['mon,wed,sat-sun', true],
  ['monday', false],
  ['mon-', false],
  ['', false],
])('days %s: %s', (text, expected) => {
  expect(readWeekdays(text) !== null).toBe(expected);
});

test.each([
  ['09:00-17:30', true],
  ['00:00-24:00', true],
  ['09:00-24:01', false],
  ['17:30-09:00', false],
  ['9:00-17:00', false],
  ['09:00', false],
  ['09:00-12:00-13:00', false],
])('hours %s: %s', (text, expected) => {
  expect(readShift(text) !== null).toBe(expected);
});

test.each([
  ['Support@Acme.Example', 'support@acme.example'],
  ['a.b+c@x-y.example', 'a.b+c@x-y.example'],
  ["o'neill@acme.example", "o'neill@acme.example"],
  ['jörg@müller.example', 'jörg@müller.example'],
  ['root@localhost', 'root@localhost'],
  ['a..b@acme.example', null],
  ['.a@acme.example', null],
  ['a@-acme.example', null],
  ['a@acme.', null],
  ['Jane <jane@acme.example>', null],
  ['@acme.example', null],
  [`${'a'.repeat(65)}@acme.example`, null],
])('address %s', (text, expected) => {
  const read = address.safeParse(text);
  expect(read.success ? read.data : null).toBe(expected);
});

test.each([
  ['Acme.Example', 'acme.example'],
  ['*.acme.example', null],
  ['acme..example', null],
  [`${'a'.repeat(64)}.example`, null],
])('domain %s', (text, expected) => {
  const read = domain.safeParse(text);
  expect(read.success ? read.data : null).toBe(expected);
});

test('paths are written as people say them', () => {
  expect(printPath(['mailboxes', 0, 'imap', 'port'])).toBe('mailboxes[0].imap.port');
  expect(printPath(['plans', 'a b', 'targets'])).toBe('plans["a b"].targets');
});
