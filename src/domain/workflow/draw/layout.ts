import { type Bend, bendsOf } from './bends.ts';
import type { Drawn } from './drawn.ts';
import { cardWidth } from './measure.ts';
import { type Stacked, type StackedCard, stackCards } from './stack-cards.ts';
import { tracksFor } from './tracks.ts';

export type PlacedCard = StackedCard & { x: number; width: number };

/** Everything with its place. */
export type Layout = {
  cards: readonly PlacedCard[];
  bends: readonly PlacedBend[];
  columns: readonly { x: number; width: number; stage: string | null }[];
  stacked: Stacked;
  right: number;
  bottom: number;
};

/** The lines of a net in one gutter: one from top to bottom at `x`, and those that join it. */
export type PlacedBend = Bend & { x: number };

const margin = 28;
const gutter = { edge: 14, pitch: 8 };

/** Puts everything in its place. @param top where columns begin */
export function layOut({ columns }: Drawn, top: number): Layout {
  const stacked = stackCards(columns, top);
  const bends = bendsOf(stacked);
  const gutters = Array.from({ length: columns.length + 1 }, (_, at) => tracksFor(bends.filter((bend) => bend.gutter === at)));
  const widths = gutters.map(({ count }) => (count === 0 ? gutter.edge : 2 * gutter.edge + (count - 1) * gutter.pitch));
  const left = (column: number): number =>
    margin + column * cardWidth + widths.slice(0, column + 1).reduce((sum, width) => sum + width, 0);
  const cards = stacked.cards.map((card): PlacedCard => ({ ...card, x: left(card.column), width: cardWidth }));
  const placed = bends.map((bend): PlacedBend => {
    const start = left(bend.gutter) - (widths[bend.gutter] ?? 0);
    return { ...bend, x: start + gutter.edge + (gutters[bend.gutter]?.trackOf.get(bend) ?? 0) * gutter.pitch };
  });
  return {
    ...{ cards, bends: placed, stacked },
    columns: columns.map(({ stage }, column) => ({ x: left(column), width: cardWidth, stage })),
    right: left(columns.length) - gutter.edge + margin,
    bottom: stacked.bottom,
  };
}
