import { type Canvas, colourOf, type Drawn, padding } from './canvas.ts';
import { type Chart, drawable } from './chart.ts';
import { figure, printed } from './numbers.ts';
import { element } from './svg.ts';
import { drawnOr, fitted, textAt, textWidth } from './text.ts';

type Rows = Extract<Chart, { kind: 'rows' }>;
type Row = Rows['rows'][number];

const size = 14;
/** Pixels from one row to the next: a line of text, and its bar. */
const pitch = 36;

/** A bar across for each row, its label above it with the whole width to itself: so they are read on a phone. */
export function rows(canvas: Canvas, chart: Rows, top: number): Drawn {
  const whole = chart.unit.kind === 'share' ? 1 : 0;
  const most = Math.max(whole, ...chart.rows.map(({ value }) => Math.abs(drawable(value) ?? 0)));
  return {
    shapes: chart.rows.flatMap((row, at) => rowShapes(canvas, row, most, top + 6 + at * pitch)),
    bottom: top + 6 + chart.rows.length * pitch - 4,
  };
}

/** One below zero is drawn hollow: its bar is as long as the amount that is missing. */
function rowShapes(canvas: Canvas, row: Row, most: number, top: number): string[] {
  const { ink, grid } = canvas.colours;
  const room = canvas.width - 2 * padding;
  const value = drawable(row.value);
  const number = fitted(value === null ? '–' : figure(canvas.chart, value, printed), room * 0.6, { size, bold: true });
  const label = fitted(drawnOr(canvas.outside, row.label), room - textWidth(number, { size, bold: true }) - 12, { size });
  const long = most === 0 || value === null ? 0 : (Math.abs(value) / most) * room;
  const fill = colourOf(canvas, 0);
  const bar = { x: padding, y: top + size + 5, width: long, height: 10, rx: Math.min(3, long / 2) };
  return [
    textAt(label, padding, top + size - 1, { size, colour: ink }),
    textAt(number, canvas.width - padding, top + size - 1, { size, colour: ink, bold: true, anchor: 'end' }),
    element('rect', { ...bar, width: room, rx: 3, fill: grid }),
    ...(long === 0
      ? []
      : [element('rect', { ...bar, ...(value !== null && value < 0 ? { fill: 'none', stroke: fill } : { fill }) })]),
  ];
}
