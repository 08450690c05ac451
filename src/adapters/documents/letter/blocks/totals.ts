import type { Total } from '../../../../domain/document.ts';
import { linesOf } from '../lines.ts';
import { type Element, type Pen, part, widthOf } from '../pen.ts';
import { rowSlices, ruleAt } from '../row.ts';
import { pageRoom, roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';

const gap = 18;

/** Sums under a table, at its right; all on one page with its last row. */
export function totals(pen: Pen, sums: readonly Total[], table: Element): Slice[] {
  const { strong } = stylesOf(pen.palette);
  const room = roomOf(pen.sheet);
  const values = Math.min(room / 2, Math.max(0, ...sums.map(({ value }) => widthOf(pen, value, strong))));
  const labels = Math.min(room - values - gap, Math.max(0, ...sums.map(({ label }) => widthOf(pen, label, strong))));
  const slices = sums.flatMap((sum) => sumRow(pen, sum, { values, labels }, part(pen, 'TR', table)));
  return spaced(4, slices).map((slice, at) => ({ ...slice, keep: at < slices.length - 1 }));
}

function sumRow(
  pen: Pen,
  { label, value, grand: isGrand }: Total,
  { values, labels }: { values: number; labels: number },
  row: Element,
): Slice[] {
  const { body, grand } = stylesOf(pen.palette);
  const style = isGrand ? grand : body;
  const { right } = pen.sheet;
  const left = right - values - gap - labels;
  const head = {
    lines: linesOf(pen, label, style, labels),
    x: left,
    width: labels,
    align: 'start',
    element: part(pen, 'TH', row),
  } as const;
  const cell = {
    lines: linesOf(pen, value, style, values),
    x: right - values,
    width: values,
    align: 'end',
    element: part(pen, 'TD', row),
  } as const;
  const slices = rowSlices(pen, [head, cell], { padding: 3.5, rule: null }, pageRoom(pen.sheet) / 2);
  return isGrand ? slices.map((slice, at) => (at === 0 ? { ...slice, set: (y) => ruled(pen, slice, left, y) } : slice)) : slices;
}

function ruled(pen: Pen, { set }: Slice, left: number, y: number): void {
  ruleAt(pen, y, 1, pen.palette.brand, left);
  set(y);
}
