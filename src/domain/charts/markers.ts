import { element } from './svg.ts';

/** A point of a line: each series has its own shape, so that colour is not all that tells them apart. */
export function markerAt(series: number, x: number, y: number, fill: string, radius: number): string {
  const shape = shapes[series % shapes.length] ?? disc;
  return shape(x, y, fill, radius);
}

type Marker = (x: number, y: number, fill: string, radius: number) => string;

const disc: Marker = (cx, cy, fill, r) => element('circle', { cx, cy, r, fill });
const square: Marker = (x, y, fill, r) =>
  element('rect', { x: x - r * 0.9, y: y - r * 0.9, width: r * 1.8, height: r * 1.8, fill });
const diamond: Marker = (x, y, fill, r) => polygon(fill, [x, y - r * 1.2, x + r * 1.2, y, x, y + r * 1.2, x - r * 1.2, y]);
const triangle: Marker = (x, y, fill, r) => polygon(fill, [x, y - r * 1.1, x + r * 1.1, y + r, x - r * 1.1, y + r]);

const shapes: readonly Marker[] = [disc, square, diamond, triangle];

const polygon = (fill: string, points: readonly number[]): string =>
  element('polygon', { points: points.map((one) => Math.round(one * 100) / 100).join(' '), fill });
