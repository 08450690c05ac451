import { element, escaped } from '../../charts/svg.ts';
import { textAt, wrapped } from '../../charts/text.ts';
import { ink } from './colours.ts';
import type { Drawn } from './drawn.ts';
import { type Layout, layOut } from './layout.ts';
import { sizes } from './measure.ts';
import { svgCard } from './svg-cards.ts';
import { svgLegend } from './svg-legend.ts';
import { svgLines } from './svg-lines.ts';

const margin = 28;
const top = 110;

/** A process as a picture to read on a screen or a wall: a column a stage, a card a state, a line a step. */
export function drawSvg(drawn: Drawn): string {
  const layout = layOut(drawn, top);
  const width = Math.max(layout.right, 720);
  const legend = svgLegend(drawn, margin, layout.bottom + 36, width - 2 * margin);
  const height = legend.bottom + margin / 2;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width, height, viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}` },
      ...{ 'font-family': "'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif", role: 'img' },
    },
    element('title', {}, escaped(drawn.title)),
    element('desc', {}, escaped(drawn.about)),
    element('rect', { width, height, fill: ink.page }),
    ...heading(drawn, width),
    ...bands(layout),
    ...svgLines(layout),
    ...layout.cards.map(svgCard),
    ...legend.shapes,
  );
}

function heading({ title, about }: Drawn, width: number): string[] {
  const lines = about === '' ? [] : wrapped(about, width - 2 * margin, { size: sizes.about }, 1);
  return [
    textAt(title, margin, 44, { size: sizes.heading, colour: ink.text, bold: true }),
    ...lines.map((line) => textAt(line, margin, 68, { size: sizes.about, colour: ink.quiet })),
  ];
}

/** Stages behind their columns. */
function bands({ columns, bottom }: Layout): string[] {
  return columns.flatMap(({ x, width, stage }) =>
    stage === null
      ? []
      : [
          element('rect', { x: x - 8, y: top - 30, width: width + 16, height: bottom - top + 36, rx: 10, fill: ink.band }),
          textAt(stage, x + 4, top - 11, { size: sizes.stage, colour: ink.quiet, bold: true }),
        ],
  );
}
