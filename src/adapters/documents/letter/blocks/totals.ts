import type { Total } from '../../../../domain/document.ts';
import { heightOf, linesOf, setLines } from '../lines.ts';
import { decorate, type Pen, part, widthOf } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import type { Slice } from '../slice.ts';
import { stylesOf } from '../styles.ts';

const padding = 3.5;
const gap = 18;

/** Sums under a table, at its right; all on one page with its last row. */
export function totals(pen: Pen, sums: readonly Total[], table: Pen['outline']): Slice[] {
  const styles = stylesOf(pen.palette);
  const room = roomOf(pen.sheet);
  const values = Math.min(room / 2, Math.max(0, ...sums.map(({ value }) => widthOf(pen, value, styles.strong))));
  const labels = Math.min(room - values - gap, Math.max(0, ...sums.map(({ label }) => widthOf(pen, label, styles.strong))));
  return sums.map((sum, at) => ({
    ...row(pen, sum, { values, labels }, table),
    above: at === 0 ? 4 : 0,
    keep: at < sums.length - 1,
  }));
}

function row(pen: Pen, sum: Total, { values, labels }: { values: number; labels: number }, table: Pen['outline']) {
  const { body, grand } = stylesOf(pen.palette);
  const style = sum.grand ? grand : body;
  const label = linesOf(pen, sum.label, style, labels);
  const value = linesOf(pen, sum.value, style, values);
  const height = Math.max(heightOf(label), heightOf(value)) + 2 * padding;
  const element = part(pen, 'TR', table);
  const [head, cell] = [part(pen, 'TH', element), part(pen, 'TD', element)];
  const { right } = pen.sheet;
  const left = right - values - gap - labels;
  return {
    height,
    set: (y: number) => {
      if (sum.grand) decorate(pen, () => pen.pdf.moveTo(left, y).lineTo(right, y).lineWidth(1).stroke(pen.palette.brand));
      head.add(() => setLines(pen, label, 'start', left, y + padding, labels));
      cell.add(() => setLines(pen, value, 'end', right - values, y + padding, values));
    },
  };
}
