import { gridLines, heightAt, labelRoom, labelsUnder, middleOf, type Plot, plotFor } from './axes.ts';
import { type Canvas, colourOf, type Drawn, labelSize } from './canvas.ts';
import { type Chart, drawable, type Series } from './chart.ts';
import { legend } from './legend.ts';
import { figure, shortened } from './numbers.ts';
import { scaleOf } from './scale.ts';
import { element } from './svg.ts';
import { textAt, textWidth } from './text.ts';

type Bars = Extract<Chart, { kind: 'bars' }>;
type Bar = { at: number; series: number; from: number; to: number; place: number; places: number };

/** Bars side by side for each label, or one on another. */
export function bars(canvas: Canvas, chart: Bars, top: number): Drawn {
  const drawn = chart.stacked ? stackedBars(chart) : groupedBars(chart);
  const scale = scaleOf(
    drawn.flatMap(({ from, to }) => [from, to]),
    chart.unit,
  );
  const heads = legend(canvas, chart.series, top);
  const plot = plotFor(canvas, scale, chart.labels.length, heads.bottom);
  const shapes = drawn.map((bar) => barShape(canvas, plot, bar));
  const values = chart.series.length === 1 ? valuesAbove(canvas, plot, drawn) : [];
  return {
    shapes: [...heads.shapes, ...gridLines(canvas, plot), ...shapes, ...values, ...labelsUnder(canvas, plot, chart.labels)],
    bottom: plot.bottom + labelRoom,
  };
}

const groupedBars = ({ labels, series }: Bars): Bar[] =>
  labels.flatMap((_, at) =>
    series.flatMap((one, place) => {
      const value = valueAt(one, at);
      return value === null ? [] : [{ at, series: place, from: 0, to: value, place, places: series.length }];
    }),
  );

/** Those below zero are stacked downwards. */
function stackedBars({ labels, series }: Bars): Bar[] {
  return labels.flatMap((_, at) => {
    const reached = { up: 0, down: 0 };
    return series.flatMap((one, index): Bar[] => {
      const value = valueAt(one, at);
      if (value === null) return [];
      const way = value < 0 ? 'down' : 'up';
      const from = reached[way];
      reached[way] += value;
      return [{ at, series: index, from, to: reached[way], place: 0, places: 1 }];
    });
  });
}

const valueAt = ({ values }: Series, at: number): number | null => drawable(values[at]);

/** A thin bar for nothing would say that there is something. */
function barShape(canvas: Canvas, plot: Plot, bar: Bar): string {
  const { x, width } = span(plot, bar);
  const [high, low] = [heightAt(plot, bar.to), heightAt(plot, bar.from)].sort((a, b) => a - b);
  const [y, height] = [high ?? 0, (low ?? 0) - (high ?? 0)];
  // A hair of the card between two that are stacked, where there is room for it.
  const gap = bar.from !== 0 && height > 3 ? 1.5 : 0;
  return element('rect', { x, y, width, height: height - gap, rx: Math.min(2, width / 4), fill: colourOf(canvas, bar.series) });
}

function span(plot: Plot, { at, place, places }: Bar): { x: number; width: number } {
  const group = Math.min(plot.slot * 0.72, 44 * places);
  const width = group / places;
  const between = Math.min(2, width / 5);
  return { x: middleOf(plot, at) - group / 2 + place * width + between / 2, width: width - between };
}

/** Only where all of them have room. */
function valuesAbove(canvas: Canvas, plot: Plot, drawn: readonly Bar[]): string[] {
  const texts = drawn.map((bar) => ({ bar, text: figure(canvas.chart, bar.to, shortened) }));
  if (texts.some(({ text }) => textWidth(text, { size: labelSize }) > plot.slot - 2)) return [];
  return texts
    .filter(({ bar }) => bar.to >= 0)
    .map(({ bar, text }) =>
      textAt(text, middleOf(plot, bar.at), heightAt(plot, bar.to) - 4, {
        size: labelSize,
        colour: canvas.colours.ink,
        halo: canvas.colours.card,
        anchor: 'middle',
      }),
    );
}
