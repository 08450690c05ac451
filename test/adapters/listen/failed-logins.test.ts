import { expect, test } from 'vitest';
import { clientList } from '../../../src/adapters/email/listen/client-list.ts';
import { failedLogins } from '../../../src/adapters/email/listen/failed-logins.ts';
import { loginOf } from '../../../src/adapters/email/listen/login.ts';

test('a guesser locks out neither another client nor another name', () => {
  const failures = failedLogins({ now: () => 0 });
  for (let guess = 0; guess < 9; guess++) failures.failed('192.0.2.1 ravi');

  expect(failures.mayTry('192.0.2.1 ravi')).toBe(false);
  expect(failures.mayTry('192.0.2.2 ravi')).toBe(true);
  expect(failures.mayTry('192.0.2.1 meera')).toBe(true);
});

test('a flood of names is forgotten from its oldest end', () => {
  const failures = failedLogins({ now: () => 0 });
  for (let guess = 0; guess < 9; guess++) failures.failed('first');
  for (let name = 0; name < 1_000; name++) failures.failed(`name ${name}`);
  expect(failures.mayTry('first')).toBe(true);
});

test('a login that fits wipes the slate', () => {
  const failures = failedLogins({ now: () => 0 });
  for (let guess = 0; guess < 4; guess++) failures.failed('ravi');
  failures.succeeded('ravi');
  expect(failures.failed('ravi')).toBe(1);
});

const people = [
  { handle: 'Ravi', password: 'canary-7Q' },
  { handle: 'meera', password: null },
  { handle: 'empty', password: '' },
];
const logins: [string, string, string | null][] = [
  ['ravi', 'canary-7Q', 'Ravi'],
  ['RAVI', 'canary-7Q', 'Ravi'],
  ['ravi', 'canary-7q', null],
  ['ravi', '', null],
  ['meera', '', null],
  ['meera', 'null', null],
  ['empty', '', null],
  ['constructor', 'x', null],
];
test.each(logins)('%s with "%s" is %s', (user, password, handle) => {
  expect(loginOf(people)(user, password)).toBe(handle);
});

const clients: [string[], string, boolean][] = [
  [[], '203.0.113.9', true],
  [['192.0.2.7'], '192.0.2.7', true],
  [['192.0.2.7'], '::ffff:192.0.2.7', true],
  [['192.0.2.7'], '192.0.2.8', false],
  [['192.0.2.0/24'], '192.0.2.255', true],
  [['192.0.2.0/24'], '192.0.3.0', false],
  [['0.0.0.0/0'], '203.0.113.9', true],
  [['2001:db8::/32'], '2001:db8:1::1', true],
  [['2001:db8::/32'], '2001:db9::1', false],
  [['::1'], '127.0.0.1', false],
  [['192.0.2.7'], 'no address', false],
];
test.each(clients)('from %j: %s may come: %s', (entries, address, expected) => {
  expect(clientList(entries)(address)).toBe(expected);
});
