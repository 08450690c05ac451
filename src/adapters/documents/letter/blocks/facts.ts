import type { Fact } from '../../../../domain/document.ts';
import { linesOf } from '../lines.ts';
import { type Element, type Pen, part, widthOf } from '../pen.ts';
import { type Cell, rowSlices } from '../row.ts';
import { pageRoom, roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';

/** Labels on one side, values on the other, a thin rule between rows. */
export function facts(pen: Pen, given: readonly Fact[]): Slice[] {
  const look = { padding: 3, rule: { width: 0.5, colour: pen.palette.rule } };
  const rows = factCells(pen, given, pen.sheet.left, roomOf(pen.sheet));
  return spaced(
    10,
    rows.flatMap((cells) => rowSlices(pen, cells, look, pageRoom(pen.sheet))),
  );
}

/** Air behind the labels, in points. */
const gap = 14;

/** The cells of each fact: labels as wide as they need, values the rest. */
export function factCells(pen: Pen, given: readonly Fact[], x: number, width: number): Cell[][] {
  const { body, label } = stylesOf(pen.palette);
  const labels = Math.min(width * 0.45, gap + Math.max(0, ...given.map((fact) => widthOf(pen, fact.label, label))));
  const style = { ...label, leading: (body.size * body.leading) / label.size };
  const table = part(pen, 'Table');
  return given.map((fact) => {
    const row: Element = part(pen, 'TR', table);
    return [
      {
        lines: linesOf(pen, fact.label, style, labels - gap),
        x,
        width: labels - gap,
        align: 'start',
        element: part(pen, 'TH', row),
      },
      {
        ...{ lines: linesOf(pen, fact.value, body, width - labels), x: x + labels, width: width - labels },
        ...{ align: 'start', element: part(pen, 'TD', row) },
      },
    ];
  });
}
