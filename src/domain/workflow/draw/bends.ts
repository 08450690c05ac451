import type { Net } from './nets.ts';
import { passedBy } from './nets.ts';
import type { Stacked } from './stack-cards.ts';
import type { Stretch } from './tracks.ts';

/**
 * The lines of a net between two columns: gutter `n` lies left of column `n`. `joins`: where lines come to it or leave it, and
 * on which side.
 */
export type Bend = Stretch & { net: Net; gutter: number; joins: readonly Join[] };

export type Join = {
  y: number;
  side: 'left' | 'right';
  /** `row`: begins at a step; `head`: ends at its state; `lane`: comes or goes past a column. */
  kind: 'row' | 'head' | 'lane';
};

/** Finds out where the lines of each net bend. */
export function bendsOf(stacked: Stacked): Bend[] {
  return stacked.nets.flatMap((net) => {
    const joins = net.side === 'left' ? fromLeft(net, stacked) : fromRight(net, stacked);
    return [...Map.groupBy(joins, ({ gutter }) => gutter)].map(([gutter, list]): Bend => {
      const heights = list.map(({ y }) => y);
      return { net, gutter, joins: list, from: Math.min(...heights), to: Math.max(...heights) };
    });
  });
}

type Joining = Join & { gutter: number };

/** Rows leave to the right, and the state is entered from the left. */
function fromLeft(net: Net, stacked: Stacked): Joining[] {
  return [
    ...net.sources.map(
      ({ column, ...source }): Joining => ({ gutter: column + 1, y: rowAt(source, stacked), side: 'left', kind: 'row' }),
    ),
    ...passing(net, stacked),
    { gutter: net.column, y: headAt(net.target, stacked), side: 'right', kind: 'head' },
  ];
}

/** Rows of later columns leave to the left, those of its own to the right; the state is entered from the right. */
function fromRight(net: Net, stacked: Stacked): Joining[] {
  return [
    ...net.sources.map(({ column, ...source }): Joining => {
      const isOwn = column === net.column;
      return { gutter: isOwn ? column + 1 : column, y: rowAt(source, stacked), side: isOwn ? 'left' : 'right', kind: 'row' };
    }),
    ...passing(net, stacked),
    { gutter: net.column + 1, y: headAt(net.target, stacked), side: 'left', kind: 'head' },
  ];
}

const passing = (net: Net, stacked: Stacked): Joining[] =>
  passedBy(net).flatMap((column): Joining[] => {
    const y = stacked.lane(net, column);
    return [
      { gutter: column, y, side: 'right', kind: 'lane' },
      { gutter: column + 1, y, side: 'left', kind: 'lane' },
    ];
  });

function rowAt({ card, row }: { card: string; row: number }, { cards }: Stacked): number {
  const found = cards.find((one) => one.card.id === card);
  return (found?.y ?? 0) + (found?.filling.rows[row]?.y ?? 0);
}

/** Half a line below the top of the title. */
const headAt = (target: string, { cards }: Stacked): number => (cards.find(({ card }) => card.id === target)?.y ?? 0) + 18;
