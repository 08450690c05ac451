import { gridLines, heightAt, labelRoom, labelsUnder, middleOf, type Plot, plotFor } from './axes.ts';
import { type Canvas, colourOf, type Drawn } from './canvas.ts';
import { type Chart, drawable, type Series } from './chart.ts';
import { legend } from './legend.ts';
import { markerAt } from './markers.ts';
import { scaleOf } from './scale.ts';
import { element, rounded } from './svg.ts';

type Line = Extract<Chart, { kind: 'line' }>;
type Point = { x: number; y: number };

/** Values over time; a gap in them is a gap in the line. */
export function line(canvas: Canvas, chart: Line, top: number): Drawn {
  const values = chart.series.flatMap((one) => chart.labels.flatMap((_, at) => drawable(one.values[at]) ?? []));
  const heads = legend(canvas, chart.series, top);
  const plot = plotFor(canvas, scaleOf(values, chart.unit), chart.labels.length, heads.bottom);
  const lines = chart.series.flatMap((one, at) => seriesShapes(canvas, plot, one, at, chart.labels.length));
  return {
    shapes: [...heads.shapes, ...gridLines(canvas, plot), ...lines, ...labelsUnder(canvas, plot, chart.labels)],
    bottom: plot.bottom + labelRoom,
  };
}

/** Points are marked where they are few enough to be told apart; the last one always. */
function seriesShapes(canvas: Canvas, plot: Plot, series: Series, index: number, count: number): string[] {
  const stroke = colourOf(canvas, index);
  const pieces = piecesOf(plot, series, count);
  const points = pieces.flat();
  const marked = plot.slot >= 14 ? points : [...pieces.filter((piece) => piece.length === 1).flat(), ...points.slice(-1)];
  return [
    ...pieces.filter((piece) => piece.length > 1).map((piece) => pathThrough(piece, stroke)),
    ...marked.map(({ x, y }) => markerAt(index, x, y, stroke, 3.5)),
  ];
}

function piecesOf(plot: Plot, { values }: Series, count: number): Point[][] {
  const pieces: Point[][] = [[]];
  for (let at = 0; at < count; at++) {
    const value = drawable(values[at]);
    if (value === null) pieces.push([]);
    else pieces.at(-1)?.push({ x: middleOf(plot, at), y: heightAt(plot, value) });
  }
  return pieces.filter((piece) => piece.length > 0);
}

const pathThrough = (points: readonly Point[], stroke: string): string =>
  element('polyline', {
    points: points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join(' '),
    fill: 'none',
    stroke,
    'stroke-width': 2.5,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
