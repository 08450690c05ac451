import type PDFDocument from 'pdfkit';
import { type Face, fontBytes, fontFiles } from '../fonts.ts';
import type { Coverage } from './runs.ts';

/** Makes the faces known to a PDF under their names; each costs something only once it is used. */
export async function registerFaces(pdf: typeof PDFDocument.prototype): Promise<Coverage> {
  const names = Object.keys(fontFiles).filter(isFace);
  const files = await Promise.all(names.map(async (face) => ({ face, bytes: await fontBytes(face) })));
  for (const { face, bytes } of files) pdf.registerFont(face, Buffer.from(bytes));
  return coverageOf(pdf);
}

const isFace = (name: string): name is Face => name in fontFiles;

/** pdfkit tells nobody which letters a face has; its font, fontkit's, does. */
type WithFont = { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

function coverageOf(pdf: typeof PDFDocument.prototype): Coverage {
  const known = new Map<string, boolean>();
  return (face, codePoint) => {
    const key = `${face} ${codePoint}`;
    const found = known.get(key) ?? (pdf.font(face) as unknown as WithFont)._font.font.hasGlyphForCodePoint(codePoint);
    known.set(key, found);
    return found;
  };
}
