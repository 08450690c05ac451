import type { Card, Column } from './drawn.ts';
import { type Filling, fillingOf, grid, onGrid } from './measure.ts';
import { type Net, netsOf, passedBy } from './nets.ts';

/** Where things stand from top to bottom; where from left to right is not known yet. */
export type Stacked = {
  cards: readonly StackedCard[];
  nets: readonly Net[];
  /** Height at which a net passes by a column. */
  lane(net: Net, column: number): number;
  bottom: number;
};

export type StackedCard = { card: Card; filling: Filling; column: number; y: number };

/** Between two cards, without lines that pass there. */
const gap = 24;

/** Stacks the cards of each column, with room between them for the lines that pass by. */
export function stackCards(columns: readonly Column[], top: number): Stacked {
  const nets = netsOf(columns);
  const fillings = new Map(columns.flatMap(({ cards }) => cards.map((card) => [card, fillingOf(card)] as const)));
  const rough = stack(columns, fillings, top, () => 0);
  const places = placesOf(nets, rough);
  const inGap = (column: number, at: number) => places.filter((place) => place.column === column && place.gap === at);
  const cards = stack(columns, fillings, top, (column, at) => inGap(column, at).length);
  return {
    cards,
    nets,
    lane: (net, column) => {
      const place = places.find((one) => one.net === net && one.column === column);
      const at = place?.gap ?? 0;
      const mine = inGap(column, at);
      const above = cards.filter((one) => one.column === column)[at - 1];
      const start = above === undefined ? startOf(column, top) - grid : above.y + above.filling.height + gap / 2;
      return start + mine.findIndex((one) => one.net === net) * grid;
    },
    bottom:
      Math.max(...cards.map(({ y, filling, column }) => y + filling.height + inGap(column, Number.MAX_SAFE_INTEGER).length)) +
      gap,
  };
}

/** Columns side by side stand half a step apart, so that no line of one runs into a line of the other. */
const startOf = (column: number, top: number): number => onGrid(top) + (column % 2) * (grid / 2);

function stack(
  columns: readonly Column[],
  fillings: ReadonlyMap<Card, Filling>,
  top: number,
  lanes: (column: number, gap: number) => number,
): StackedCard[] {
  return columns.flatMap(({ cards }, column) => {
    let y = startOf(column, top) + lanes(column, 0) * grid;
    return cards.map((card, at): StackedCard => {
      const filling = fillings.get(card) ?? fillingOf(card);
      const placed = { card, filling, column, y };
      y += filling.height + gap + lanes(column, at + 1) * grid;
      return placed;
    });
  });
}

type Place = { net: Net; column: number; gap: number };

/** Each line passes a column where that is the least detour to its target. */
function placesOf(nets: readonly Net[], rough: readonly StackedCard[]): Place[] {
  const places = nets.flatMap((net) => {
    const aim = rough.find(({ card }) => card.id === net.target)?.y ?? 0;
    return passedBy(net).map((column): Place & { aim: number } => ({ net, column, gap: nearestGap(column, aim, rough), aim }));
  });
  return places.toSorted((one, other) => one.aim - other.aim);
}

function nearestGap(column: number, aim: number, rough: readonly StackedCard[]): number {
  const cards = rough.filter((one) => one.column === column);
  const gaps = [...cards.map(({ y }) => y - gap / 2), (cards.at(-1)?.y ?? 0) + (cards.at(-1)?.filling.height ?? 0) + gap / 2];
  const distances = gaps.map((y) => Math.abs(y - aim));
  return distances.indexOf(Math.min(...distances));
}
