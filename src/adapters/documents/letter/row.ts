import { heightOf, type Lines, lineHeight, setLines } from './lines.ts';
import { decorate, type Element, type Pen } from './pen.ts';
import type { Slice } from './slice.ts';

/** A text in its column. Without an element it is a repetition, which screen readers pass over. */
export type Cell = { lines: Lines; x: number; width: number; align: 'start' | 'end'; element: Element | null };

/** Air above and below the text, and what is drawn under the row; points. */
export type RowLook = { padding: number; rule: { width: number; colour: string } | null };

/** A row as one strip; one that is taller than `most` points as a strip for each of its lines. */
export function rowSlices(pen: Pen, cells: readonly Cell[], look: RowLook, most: number): Slice[] {
  const height = Math.max(0, ...cells.map(({ lines }) => heightOf(lines))) + 2 * look.padding;
  if (height <= most) return [strip(pen, cells, height, look)];
  const count = Math.max(...cells.map(({ lines }) => lines.lines.length));
  const pitch = Math.max(...cells.map(({ lines }) => lineHeight(lines.style)));
  return Array.from({ length: count }, (_, at) => {
    const line = cells.map((cell) => ({ ...cell, lines: { ...cell.lines, lines: cell.lines.lines.slice(at, at + 1) } }));
    const isLast = at === count - 1;
    return strip(pen, line, pitch + (isLast ? 2 * look.padding : 0), { ...look, rule: isLast ? look.rule : null });
  });
}

function strip(pen: Pen, cells: readonly Cell[], height: number, { padding, rule }: RowLook): Slice {
  return {
    above: 0,
    height,
    keep: false,
    set: (y) => {
      for (const { lines, x, width, align, element } of cells) {
        const draw = (): void => setLines(pen, lines, align, x, y + padding, width);
        if (element) element.add(draw);
        else decorate(pen, draw);
      }
      if (rule) ruleAt(pen, y + height, rule.width, rule.colour);
    },
  };
}

/** A rule from margin to margin, or from `left` on. */
export function ruleAt(pen: Pen, y: number, width: number, colour: string, left = pen.sheet.left): void {
  decorate(pen, () => pen.pdf.moveTo(left, y).lineTo(pen.sheet.right, y).lineWidth(width).stroke(colour));
}
