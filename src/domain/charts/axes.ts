import { type Canvas, labelSize, padding, plotHeight } from './canvas.ts';
import { figure, shortened } from './numbers.ts';
import { placeOn, type Scale } from './scale.ts';
import { element } from './svg.ts';
import { drawnOr, fitted, textAt, textWidth } from './text.ts';

/** The room for values, in pixels of the picture; `slot` is what a label has of it. */
export type Plot = { left: number; right: number; top: number; bottom: number; slot: number; scale: Scale };

/** Room for values beside the numbers of the axis. */
export function plotFor(canvas: Canvas, scale: Scale, labels: number, top: number): Plot {
  const widest = Math.max(...scale.ticks.map((one) => textWidth(figure(canvas.chart, one, shortened), { size: labelSize })));
  const left = padding + Math.min(widest, canvas.width / 3) + 8;
  const right = canvas.width - padding;
  return { left, right, top: top + 12, bottom: top + 12 + plotHeight, slot: (right - left) / Math.max(1, labels), scale };
}

/** Pixels from the top. */
export const heightAt = ({ top, bottom, scale }: Plot, value: number): number => bottom - placeOn(scale, value) * (bottom - top);

/** Pixels from the left: the middle of a label's room. */
export const middleOf = ({ left, slot }: Plot, at: number): number => left + (at + 0.5) * slot;

/** A line for each tick, its number beside it; that of zero is the stronger. */
export function gridLines(canvas: Canvas, plot: Plot): string[] {
  const { grid, quiet } = canvas.colours;
  return plot.scale.ticks.flatMap((tick) => {
    const y = heightAt(plot, tick);
    const text = fitted(figure(canvas.chart, tick, shortened), canvas.width / 3, { size: labelSize });
    return [
      element('line', { x1: plot.left, y1: y, x2: plot.right, y2: y, stroke: tick === 0 ? quiet : grid, 'stroke-width': 1 }),
      textAt(text, plot.left - 8, y + labelSize * 0.36, { size: labelSize, colour: quiet, anchor: 'end' }),
    ];
  });
}

/** Labels under the plot: as many of them, evenly, as do not touch. */
export function labelsUnder(canvas: Canvas, plot: Plot, labels: readonly string[]): string[] {
  const widest = canvas.width / 4;
  const texts = labels.map((one) => fitted(drawnOr(canvas.outside, one), widest, { size: labelSize }));
  const most = Math.max(0, ...texts.map((one) => textWidth(one, { size: labelSize })));
  const every = Math.max(1, Math.ceil((most + 8) / plot.slot));
  return texts.flatMap((text, at) => {
    if (at % every !== 0 || text === '') return [];
    const half = textWidth(text, { size: labelSize }) / 2;
    const x = Math.max(padding + half, Math.min(canvas.width - padding - half, middleOf(plot, at)));
    return [textAt(text, x, plot.bottom + labelSize + 6, { size: labelSize, colour: canvas.colours.quiet, anchor: 'middle' })];
  });
}

/** Pixels that the labels take below the plot. */
export const labelRoom = labelSize + 10;
