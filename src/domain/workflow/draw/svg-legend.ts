import { element } from '../../charts/svg.ts';
import { textAt, textWidth } from '../../charts/text.ts';
import { ink, tints } from './colours.ts';
import type { Drawn } from './drawn.ts';
import { sizes } from './measure.ts';
import { svgBack, svgSign, svgStays } from './svg-signs.ts';

/** A word with a mark before it. */
type Item = { words: string; mark: (x: number, y: number) => string };

/** What signs and colours mean, in lines of a width; `bottom`: how far down it reaches. */
export function svgLegend(
  { legend, everywhere }: Drawn,
  x: number,
  y: number,
  width: number,
): { shapes: string[]; bottom: number } {
  const lines: Item[][] = [
    legend.turns.map(({ turn, words }) => ({ words, mark: (mx, my) => swatch(tints[turn], mx, my) })),
    [
      ...legend.signs.map(({ sign, words }): Item => ({ words, mark: (mx, my) => svgSign(sign, mx, my) })),
      ...(legend.stays === null ? [] : [{ words: legend.stays, mark: svgStays }]),
      ...(legend.back === null ? [] : [{ words: legend.back, mark: svgBack }]),
    ],
    everywhere.map(({ text, detail, sign }) => ({
      words: `${legend.everywhere}: ${text}${detail === '' ? '' : ` (${detail})`}`,
      mark: (mx, my) => svgSign(sign, mx, my),
    })),
  ];
  const shapes: string[] = [];
  let bottom = y;
  for (const items of lines.filter((line) => line.length > 0)) {
    const placed = flow(items, x, bottom, width);
    shapes.push(...placed.shapes);
    bottom = placed.bottom;
  }
  return { shapes, bottom };
}

function flow(items: readonly Item[], left: number, top: number, width: number): { shapes: string[]; bottom: number } {
  let [x, y] = [left, top];
  const shapes = items.flatMap(({ words, mark }) => {
    const wide = textWidth(words, { size: sizes.subtitle }) + 44;
    if (x > left && x + wide > left + width) [x, y] = [left, y + 22];
    const drawn = [mark(x + 8, y), textAt(words, x + 22, y + 4, { size: sizes.subtitle, colour: ink.quiet })];
    x += wide;
    return drawn;
  });
  return { shapes, bottom: y + 24 };
}

const swatch = ({ head, edge }: { head: string; edge: string }, x: number, y: number): string =>
  element('rect', { x: x - 8, y: y - 6, width: 18, height: 12, rx: 3, fill: head, stroke: edge, 'stroke-width': 1.2 });
