import { bars } from './bars.ts';
import { type Canvas, canvasOf, type Drawn, labelSize, padding } from './canvas.ts';
import { type Chart, type ChartPicture, drawable, type Look } from './chart.ts';
import { describe } from './describe.ts';
import { line } from './line.ts';
import { rows } from './rows.ts';
import { element, escaped } from './svg.ts';
import { isDrawn, textAt, wrapped } from './text.ts';
import { wordsFor } from './words.ts';

/** Draws a chart as SVG: an opaque card, its title, its values. The same chart is the same picture. */
export function drawChart(chart: Chart, look: Look): ChartPicture {
  const canvas = canvasOf(chart, look);
  const head = titleOf(canvas);
  const body = isEmpty(chart) ? nothing(canvas, head.bottom) : plotted(canvas, chart, head.bottom);
  const height = Math.ceil(body.bottom + padding);
  return {
    svg: card(canvas, height, [...head.shapes, ...body.shapes]),
    width: canvas.width,
    height,
    outside: { title: isDrawn(oneLine(chart.title)) ? null : oneLine(chart.title), keys: canvas.outside },
  };
}

const titleStyle = { size: 15, bold: true } as const;

function titleOf({ chart, width, colours }: Canvas): Drawn {
  const text = oneLine(chart.title);
  if (text === '' || !isDrawn(text)) return { shapes: [], bottom: padding };
  const lines = wrapped(text, width - 2 * padding, titleStyle, 2);
  return {
    shapes: lines.map((one, at) => textAt(one, padding, padding + 14 + at * 20, { ...titleStyle, colour: colours.ink })),
    bottom: padding + lines.length * 20,
  };
}

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const isEmpty = (chart: Chart): boolean =>
  chart.kind === 'rows'
    ? chart.rows.length === 0
    : !chart.series.some(({ values }) => chart.labels.some((_, at) => drawable(values[at]) !== null));

function nothing({ chart, width, colours }: Canvas, top: number): Drawn {
  const { nothing: text } = wordsFor(chart.language);
  const style = { size: labelSize + 1, colour: colours.quiet, anchor: 'middle' } as const;
  return { shapes: [textAt(text, width / 2, top + 40, style)], bottom: top + 60 };
}

function plotted(canvas: Canvas, chart: Chart, top: number): Drawn {
  if (chart.kind === 'bars') return bars(canvas, chart, top);
  return chart.kind === 'line' ? line(canvas, chart, top) : rows(canvas, chart, top);
}

/** Screen readers that are given the SVG itself find title and description in it. */
function card({ chart, width, colours }: Canvas, height: number, shapes: readonly string[]): string {
  const { card: fill, edge: stroke } = colours;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      lang: chart.language,
      'font-family': 'Noto Sans, sans-serif',
    },
    element('title', {}, escaped(chart.title)),
    element('desc', {}, escaped(describe(chart))),
    element('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8, fill, stroke }),
    ...shapes,
  );
}
