import type { Fact } from '../../../../domain/document.ts';
import { heightOf, linesOf, setLines } from '../lines.ts';
import { decorate, type Pen, part, widthOf } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';

/** Labels on one side, values on the other, a thin rule between rows. */
export function facts(pen: Pen, given: readonly Fact[]): Slice[] {
  const table = part(pen, 'Table');
  const labels = labelWidth(pen, given, roomOf(pen.sheet) * 0.4);
  return spaced(
    10,
    given.map((fact) => row(pen, fact, labels, table)),
  );
}

/** Points that the labels need, with air behind them. */
export function labelWidth(pen: Pen, given: readonly Fact[], most: number): number {
  const { label } = stylesOf(pen.palette);
  return Math.min(most, 14 + Math.max(0, ...given.map((fact) => widthOf(pen, fact.label, label))));
}

const padding = 3;

function row(pen: Pen, fact: Fact, labels: number, table: Pen['outline']): Slice {
  const { label, body } = stylesOf(pen.palette);
  const { left, right } = pen.sheet;
  const said = linesOf(pen, fact.label, { ...label, leading: (body.size * body.leading) / label.size }, labels - 14);
  const value = linesOf(pen, fact.value, body, right - left - labels);
  const height = Math.max(heightOf(said), heightOf(value)) + 2 * padding;
  const element = part(pen, 'TR', table);
  const [head, cell] = [part(pen, 'TH', element), part(pen, 'TD', element)];
  return {
    above: 0,
    height,
    keep: false,
    set: (y) => {
      head.add(() => setLines(pen, said, 'start', left, y + padding, labels - 14));
      cell.add(() => setLines(pen, value, 'start', left + labels, y + padding, right - left - labels));
      decorate(pen, () =>
        pen.pdf
          .moveTo(left, y + height)
          .lineTo(right, y + height)
          .lineWidth(0.5)
          .stroke(pen.palette.rule),
      );
    },
  };
}
