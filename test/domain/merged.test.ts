import { expect, test } from 'vitest';
import { type TicketNo, ticketNo } from '../../src/domain/ids.ts';
import { livesOnIn } from '../../src/domain/match/merged.ts';

const map = (pairs: readonly (readonly [number, number])[]): Map<TicketNo, TicketNo> =>
  new Map(pairs.map(([from, to]) => [ticketNo(from), ticketNo(to)]));

test.each([
  ['one that was not merged', [[2, 3]], 1, 1],
  ['one that was', [[1, 2]], 1, 2],
  [
    'one whose other was merged too',
    [
      [1, 2],
      [2, 3],
    ],
    1,
    3,
  ],
  [
    'a circle ends where it was entered',
    [
      [1, 2],
      [2, 1],
    ],
    1,
    1,
  ],
  [
    'a circle further on ends',
    [
      [1, 2],
      [2, 3],
      [3, 2],
    ],
    1,
    expect.any(Number),
  ],
] as const)('%s', (_, pairs, from, to) => {
  expect(livesOnIn(ticketNo(from), map(pairs))).toEqual(to);
});
