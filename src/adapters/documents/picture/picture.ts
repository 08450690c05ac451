import type { Chart, Look } from '../../../domain/charts/chart.ts';
import { describe } from '../../../domain/charts/describe.ts';
import { drawChart } from '../../../domain/charts/draw-chart.ts';
import type { Picture } from '../../../domain/document.ts';
import { drawSvg } from './draw-svg.ts';

/** Draws a chart as PNG; its size is that of the SVG, its pixels are twice as many. */
export function picture(chart: Chart, look: Look): Picture {
  const drawn = drawChart(chart, look);
  return { ...drawn, png: drawSvg(drawn.svg, { zoom: 2 }), alt: describe(chart) };
}
