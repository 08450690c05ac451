import type { MailColours } from '../../../domain/brand.ts';
import type { Piece } from './split-template.ts';

/** A piece with the brand's colours in it. */
export const inColours = (piece: Piece, colours: MailColours): Piece => ({
  ...piece,
  source: colouredCss(piece.source, colours),
});

/** Mail programs know no custom properties, so `var(--brand)` is written out here. */
export function colouredCss(css: string, colours: MailColours): string {
  const known: ReadonlyMap<string, string> = new Map(Object.entries(colours));
  return css.replace(/var\(--([a-z-]+)\)/g, (whole, name: string) => known.get(camelCase(name)) ?? whole);
}

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
