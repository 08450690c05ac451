import type { Card } from './drawn.ts';

type InColumn = { stage: string | null; cards: readonly Card[] };

/**
 * Cards in columns, in the order of the file: one column a stage where the process has stages, else as many as make the
 * picture a little wider than tall, none much taller than the others.
 */
export function inColumns(cards: readonly Card[], stageOf: (card: Card) => string | null): InColumn[] {
  return cards.some((card) => stageOf(card) !== null) ? byStage(cards, stageOf) : byHeight(cards);
}

/** A card without a stage goes along with the one before it, the first with the one behind it. */
function byStage(cards: readonly Card[], stageOf: (card: Card) => string | null): InColumn[] {
  const columns = new Map<string, Card[]>();
  let current = cards.map(stageOf).find((stage) => stage !== null) ?? '';
  for (const card of cards) {
    current = stageOf(card) ?? current;
    columns.set(current, [...(columns.get(current) ?? []), card]);
  }
  return [...columns].map(([stage, list]) => ({ stage, cards: list }));
}

/** Width of a card and its gutter in units of the height of a row. */
const columnWidth = 16;
const wanted = 1.5;

function byHeight(cards: readonly Card[]): InColumn[] {
  const tries = Array.from({ length: Math.min(6, cards.length) }, (_, at) => split(cards, at + 1));
  const off = (columns: readonly Card[][]) => Math.abs(Math.log((columns.length * columnWidth) / tallest(columns) / wanted));
  const [best = []] = tries.toSorted((one, other) => off(one) - off(other));
  return best.map((list) => ({ stage: null, cards: list }));
}

/** Into so many runs that the tallest is as low as can be. */
function split(cards: readonly Card[], count: number): Card[][] {
  const limits = cards.flatMap((_, from) => cards.slice(from).map((_card, to) => heightOf(cards.slice(from, from + to + 1))));
  const limit = limits.toSorted((one, other) => one - other).find((height) => filled(cards, height).length <= count) ?? 0;
  return filled(cards, limit);
}

function filled(cards: readonly Card[], limit: number): Card[][] {
  const columns: Card[][] = [];
  for (const card of cards) {
    const last = columns.at(-1);
    if (last !== undefined && heightOf([...last, card]) <= limit) last.push(card);
    else columns.push([card]);
  }
  return columns;
}

const tallest = (columns: readonly (readonly Card[])[]): number => Math.max(...columns.map(heightOf));

/** In rows: head and gap take four. */
const heightOf = (cards: readonly Card[]): number =>
  cards.reduce((sum, { rows }) => sum + 4 + rows.reduce((lines, { detail }) => lines + (detail === '' ? 1 : 1.7), 0), 0);
