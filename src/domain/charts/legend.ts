import { type Canvas, colourOf, type Drawn, labelSize, padding } from './canvas.ts';
import type { Series } from './chart.ts';
import { markerAt } from './markers.ts';
import { element } from './svg.ts';
import { drawnOr, fitted, textAt, textWidth } from './text.ts';

const swatch = 10;
const row = 20;

/** Which colour is what, above the plot; none where there is one series. */
export function legend(canvas: Canvas, series: readonly Series[], top: number): Drawn {
  if (series.length < 2) return { shapes: [], bottom: top };
  const shapes: string[] = [];
  let [x, y] = [padding, top + row - 6];
  for (const [at, { name }] of series.entries()) {
    const text = fitted(drawnOr(canvas.outside, name), canvas.width - 2 * padding - swatch - 8, { size: labelSize });
    const width = swatch + 6 + textWidth(text, { size: labelSize }) + 14;
    if (x > padding && x + width - 14 > canvas.width - padding) [x, y] = [padding, y + row];
    shapes.push(mark(canvas, at, x, y), textAt(text, x + swatch + 6, y, { size: labelSize, colour: canvas.colours.ink }));
    x += width;
  }
  return { shapes, bottom: y + 8 };
}

function mark(canvas: Canvas, at: number, x: number, y: number): string {
  const fill = colourOf(canvas, at);
  if (canvas.chart.kind === 'line') return markerAt(at, x + swatch / 2, y - swatch / 2 + 1, fill, 4.5);
  return element('rect', { x, y: y - swatch + 1, width: swatch, height: swatch, rx: 2, fill });
}
