import { expect, test } from 'vitest';
import { readableLine } from '../../src/adapters/log/readable-line.ts';

const noon = new Date(2026, 2, 2, 12, 0, 0).toISOString();

test.each([
  [
    'a station of a mail',
    {
      level: 'info',
      msg: 'received',
      journey: 7,
      step: 'receive',
      way: 'smtp',
      peer: '127.0.0.1',
      user: 'maria',
      sha256: 'ab',
      bytes: 9,
    },
    '12:00:00  received   mail 7, by smtp, as maria, from 127.0.0.1',
  ],
  [
    'a mail that left',
    { level: 'info', msg: 'sent', journey: 7, step: 'answer', outbox: 2, ticket: 1001, template: 'acknowledge', attempt: 1 },
    '12:00:00  sent       mail 7, ticket 1001, acknowledge, outbox 2',
  ],
  [
    'a sentence',
    { level: 'info', msg: 'the changed configuration is in force' },
    '12:00:00  the changed configuration is in force',
  ],
  [
    'a warning with what it is about',
    { level: 'warn', msg: 'a login failed', peer: '10.0.0.9', user: 'maria', failures: 2 },
    '12:00:00  WARNING a login failed (as maria, from 10.0.0.9, failures 2)',
  ],
  [
    'lines of a check',
    { level: 'error', msg: 'The configuration has mistakes.', details: ['a.yaml:1:1: x', 'a.yaml:2:1: y'] },
    '12:00:00  ERROR The configuration has mistakes.\n          a.yaml:1:1: x\n          a.yaml:2:1: y',
  ],
  [
    'an error of another machine: its words',
    { level: 'error', msg: 'a sweep failed', error: { name: 'Error', message: 'disk full', code: 'ENOSPC' } },
    '12:00:00  ERROR a sweep failed\n          disk full',
  ],
])('the log for people: %s', (_, line, shown) => {
  expect(readableLine({ time: noon, ...line })).toBe(shown);
});
