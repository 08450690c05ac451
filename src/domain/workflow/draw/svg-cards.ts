import { element } from '../../charts/svg.ts';
import { textAt, textWidth } from '../../charts/text.ts';
import { endsTint, ink, type Tint, tints } from './colours.ts';
import type { Card, Row } from './drawn.ts';
import type { PlacedCard } from './layout.ts';
import { type PlacedRow, padding, sizes } from './measure.ts';
import { svgBack, svgSign, svgStays } from './svg-signs.ts';

/** A state with its steps. */
export function svgCard({ card, filling, x, y, width }: PlacedCard): string {
  const tint = tintOf(card);
  const { height, head, title, rows } = filling;
  const isHeadOnly = rows.length === 0;
  return element(
    'g',
    { class: 'state', 'data-state': card.id },
    element('rect', { x, y, width, height, rx: 8, fill: ink.card, stroke: tint.edge, 'stroke-width': 1.5 }),
    isHeadOnly
      ? element('rect', { x, y, width, height, rx: 8, fill: tint.head, stroke: tint.edge, 'stroke-width': 1.5 })
      : element('path', { d: headShape(x, y, width, head), fill: tint.head }),
    ...title.map((line, at) =>
      textAt(line, x + padding.x, y + 19 + at * 18, { size: sizes.title, colour: tint.ink, bold: true }),
    ),
    ...subtitle(card, x + padding.x, y + head - 8),
    ...rows.map((row) => svgRow(row, x, y, width)),
  );
}

/** Whose turn it is, and the clock that runs meanwhile. */
function subtitle({ subtitle: turn, clock }: Card, x: number, y: number): string[] {
  if (turn === '') return [];
  const style = { size: sizes.subtitle, colour: ink.text };
  if (clock === null) return [textAt(turn, x, y, style)];
  const behind = x + textWidth(turn, style) + 8;
  return [textAt(turn, x, y, style), svgSign('time', behind + 5, y - 4), textAt(clock, behind + 15, y, style)];
}

function tintOf({ kind, turn }: Card): Tint {
  if (kind === 'start') return endsTint;
  return turn === null ? endsTint : tints[turn];
}

/** Round above, straight below, inside the edge. */
const headShape = (x: number, y: number, width: number, head: number): string =>
  `M${x + 0.75} ${y + head}V${y + 8}Q${x + 0.75} ${y + 0.75} ${x + 8} ${y + 0.75}H${x + width - 8}Q${x + width - 0.75} ${y + 0.75} ${x + width - 0.75} ${y + 8}V${y + head}Z`;

function svgRow({ row, y: at, lines, details }: PlacedRow, x: number, top: number, width: number): string {
  const y = top + at;
  const words = x + padding.x + 18;
  const below = y + 16 + (lines.length - 1) * 18;
  return element(
    'g',
    { class: 'step', ...(row.step === null ? {} : { 'data-step': row.step }) },
    svgSign(row.sign, x + padding.x + 5, y),
    ...lines.map((line, row) => textAt(line, words, y + 4 + row * 16, { size: sizes.row, colour: ink.text })),
    ...details.map((line, row) => textAt(line, words, below + row * 12, { size: sizes.detail, colour: ink.quiet })),
    markOf(row, x + width - padding.x - 4, y),
  );
}

function markOf({ to }: Row, x: number, y: number): string {
  if (to === null) return svgStays(x, y);
  return to === 'back' ? svgBack(x, y) : '';
}
