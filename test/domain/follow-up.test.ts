import { expect, test } from 'vitest';
import { isLongClosed } from '../../src/domain/match/follow-up.ts';
import { aTicket, day, desk, now } from './parts.ts';

test.each([
  ['an open ticket', aTicket(), false],
  ['closed today', aTicket({ state: 'closed', closed: now }), false],
  ['closed to the day', aTicket({ state: 'closed', closed: now - 30 * day }), false],
  ['closed longer ago', aTicket({ state: 'closed', closed: now - 30 * day - 1 }), true],
  ['closed long ago and opened again', aTicket({ state: 'raised', closed: now - 99 * day }), false],
])('%s', (_, ticket, expected) => {
  expect(isLongClosed(ticket, desk, now)).toBe(expected);
});
