import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from '../fonts.ts';

/** Draws an SVG as PNG, by the fonts that ship and no others, so that it looks alike everywhere. */
export function drawSvg(svg: string, size: { width: number } | { zoom: number }): Uint8Array {
  const fitTo = 'width' in size ? ({ mode: 'width', value: size.width } as const) : ({ mode: 'zoom', value: size.zoom } as const);
  const font = { loadSystemFonts: false, fontFiles: [fontFiles.regular, fontFiles.bold], defaultFontFamily: 'Noto Sans' };
  return new Resvg(svg, { fitTo, font }).render().asPng();
}
