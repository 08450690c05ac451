import type PDFDocument from 'pdfkit';
import { type Face, fontBytes, fontFiles } from '../fonts.ts';
import type { Coverage } from './runs.ts';

type Pdf = typeof PDFDocument.prototype;

/** Makes the faces known to a PDF under their names, and tells which letters each has. Only those used get into the file. */
export async function registerFaces(pdf: Pdf): Promise<Coverage> {
  for (const face of Object.keys(fontFiles).filter(isFace)) {
    const known = opened.get(face);
    // pdfkit takes an opened font as well, which its types do not say.
    pdf.registerFont(face, known ? (known as unknown as Buffer) : Buffer.from(await fontBytes(face)));
  }
  for (const face of ['regular', 'bold'] as const) openedBy(pdf, face);
  return coverageOf(pdf);
}

const isFace = (name: string): name is Face => name in fontFiles;

/** A font as fontkit reads it. Reading one takes longer than setting a page by it, so that the next document finds it read. */
type OpenedFont = { hasGlyphForCodePoint(codePoint: number): boolean };
const opened = new Map<Face, OpenedFont>();

/** pdfkit tells nobody which letters a face has; its font, fontkit's, does. */
type WithFont = { _font: { font: OpenedFont } };

function coverageOf(pdf: Pdf): Coverage {
  const answers = new Map<string, boolean>();
  return (face, codePoint) => {
    const key = `${face} ${codePoint}`;
    const answer = answers.get(key) ?? openedBy(pdf, face).hasGlyphForCodePoint(codePoint);
    answers.set(key, answer);
    return answer;
  };
}

function openedBy(pdf: Pdf, face: Face): OpenedFont {
  const known = opened.get(face) ?? (pdf.font(face) as unknown as WithFont)._font.font;
  opened.set(face, known);
  return known;
}
