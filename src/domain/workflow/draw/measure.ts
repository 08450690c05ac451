import { wrapped } from '../../charts/text.ts';
import type { Card, Row } from './drawn.ts';

/** Pixels. All heights are multiples of `grid`, so that lines of columns that stand side by side never meet. */
export const grid = 6;
export const cardWidth = 228;
export const headHeight = 42;
export const padding = { x: 12, rowBottom: 6 };
export const sizes = { title: 14, subtitle: 11, row: 12, detail: 10, stage: 13, heading: 26, about: 14 };

/** A line of a card with its place; `y` is the middle of its first line of text. */
export type PlacedRow = { row: Row; y: number; lines: readonly string[]; details: readonly string[] };

/** How a card is filled: heights from its top. */
export type Filling = { title: string[]; head: number; rows: readonly PlacedRow[]; height: number };

/** Beside the sign before a row's words, and the mark behind those that stay or go back. */
const room = cardWidth - 2 * padding.x - 18;
const markRoom = 18;

/** Lays out the inside of a card. */
export function fillingOf(card: Card): Filling {
  const title = wrapped(card.title, cardWidth - 2 * padding.x, { size: sizes.title, bold: true }, 2);
  const head = headHeight + (title.length - 1) * 18 - (card.subtitle === '' ? 12 : 0);
  let y = head;
  const rows = card.rows.map((row): PlacedRow => {
    const isMarked = row.to === null || row.to === 'back';
    const lines = wrapped(row.text, isMarked ? room - markRoom : room, { size: sizes.row }, 2);
    const details = row.detail === '' ? [] : wrapped(row.detail, room, { size: sizes.detail }, 3);
    const placed = { row, y: y + 12, lines, details };
    y += 24 + (lines.length - 1) * 18 + details.length * 12;
    return placed;
  });
  return { title, head, rows, height: onGrid(y + (rows.length === 0 ? 0 : padding.rowBottom)) };
}

export const onGrid = (value: number): number => Math.ceil(value / grid) * grid;
