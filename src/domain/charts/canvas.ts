import type { Chart, Look } from './chart.ts';
import { type Colours, coloursOf, seriesColours } from './colours.ts';
import type { Outside } from './text.ts';

/** What a chart is drawn on. `outside` gathers the words that cannot be drawn. */
export type Canvas = {
  chart: Chart;
  width: number;
  colours: Colours;
  series: readonly string[];
  outside: Outside;
};

/** Drawn shapes and how far down they reach. */
export type Drawn = { shapes: readonly string[]; bottom: number };

/** Pixels. */
export const padding = 16;
export const labelSize = 13;
export const plotHeight = 170;

/** @param look its width is at least that of a small phone */
export const canvasOf = (chart: Chart, look: Look): Canvas => ({
  chart,
  width: Math.max(280, look.width),
  colours: coloursOf(look.theme),
  series: seriesColours(look),
  outside: [],
});

/** The colour of a series; they come again where there are many. */
export const colourOf = ({ series, colours }: Canvas, at: number): string => series[at % series.length] ?? colours.ink;
