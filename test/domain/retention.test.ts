import { expect, test } from 'vitest';
import { emptyClosed, lastKept } from '../../src/domain/decide/retention.ts';
import { ticketNo } from '../../src/domain/ids.ts';

const day = 86_400_000;

test.each([
  { retention: undefined, now: 400 * day, kept: null },
  { retention: { closedAfter: 365 * day }, now: 400 * day, kept: 35 * day },
  { retention: { closedAfter: 30 * day }, now: 30 * day, kept: 0 },
])('what was closed before $kept is kept no longer', ({ retention, now, kept }) => {
  expect(lastKept(retention === undefined ? {} : { retention }, now)).toBe(kept);
});

test('each ticket that is emptied says so in its journal, without a word of what it was', () => {
  const [purge, ...lines] = emptyClosed([ticketNo(1), ticketNo(2)]);
  expect(purge).toEqual({ act: 'purge', tickets: [1, 2], keeps: 'evidence' });
  expect(lines).toEqual(
    [1, 2].map((ticket) => ({ act: 'journal', ticket, actor: { kind: 'desk' }, event: 'emptied', data: {} })),
  );
});
