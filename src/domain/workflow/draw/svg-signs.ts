import { element } from '../../charts/svg.ts';
import { ink } from './colours.ts';
import type { Sign } from './drawn.ts';

/** A small sign for what fires a step; its middle is at x, y. */
export function svgSign(sign: Sign, x: number, y: number): string {
  const line = { fill: 'none', stroke: ink.quiet, 'stroke-width': 1.3, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  const filled = { fill: ink.quiet };
  const path = (d: string, look: Readonly<Record<string, string | number>> = line) => element('path', { d, ...look });
  const shapes: Readonly<Record<Sign, () => string>> = {
    command: () => path(`M${x - 3} ${y - 4}L${x + 4} ${y}L${x - 3} ${y + 4}Z`, filled),
    answer: () =>
      `${element('rect', { x: x - 5, y: y - 4, width: 10, height: 8, rx: 1, ...line })}${path(`M${x - 5} ${y - 3}L${x} ${y + 1}L${x + 5} ${y - 3}`)}`,
    time: () => `${element('circle', { cx: x, cy: y, r: 5, ...line })}${path(`M${x} ${y - 3}V${y}L${x + 2.5} ${y + 1.5}`)}`,
    event: () => path(`M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}Z`),
    enter: () => path(`M${x + 1} ${y - 5}L${x - 4} ${y + 1}H${x}L${x - 1} ${y + 5}L${x + 4} ${y - 1}H${x}Z`, filled),
    entry: () => element('circle', { cx: x, cy: y, r: 3.5, ...filled }),
  };
  return shapes[sign]();
}

/** It stays where it is: an arrow round. */
export const svgStays = (x: number, y: number): string =>
  element('path', {
    d: `M${x + 3} ${y - 3}A4.2 4.2 0 1 0 ${x + 4.2} ${y + 1}M${x + 3.6} ${y - 6}V${y - 2.6}H${x}`,
    ...{ fill: 'none', stroke: ink.quiet, 'stroke-width': 1.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
  });

/** It goes back to where it was. */
export const svgBack = (x: number, y: number): string =>
  element('path', {
    d: `M${x - 1} ${y - 5}L${x - 5} ${y - 1.5}L${x - 1} ${y + 2}M${x - 5} ${y - 1.5}H${x + 2}Q${x + 5} ${y - 1.5} ${x + 5} ${y + 1.5}Q${x + 5} ${y + 4.5} ${x + 2} ${y + 4.5}H${x - 1}`,
    ...{ fill: 'none', stroke: ink.quiet, 'stroke-width': 1.3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
  });
