import type PDFDocument from 'pdfkit';
import type { Face } from '../fonts.ts';
import type { Palette } from './palette.ts';
import { type Coverage, letters, type Run, runsOf } from './runs.ts';
import type { Sheet } from './sheet.ts';

export type Pdf = typeof PDFDocument.prototype;
export type Element = ReturnType<Pdf['struct']>;

/** What sets a document: the PDF, the sheet it is set on, its colours, and what could not be set so far. */
export type Pen = {
  pdf: Pdf;
  sheet: Sheet;
  palette: Palette;
  has: Coverage;
  missing: Set<string>;
  /** The document as screen readers walk it. */
  outline: Element;
};

/** Points. `leading`: from line to line, as a share of the size. */
export type Style = { size: number; bold: boolean; colour: string; leading: number };

/** Width of a text in points. */
export function widthOf(pen: Pen, text: string, style: Style): number {
  return runsOf(text, style.bold, pen.has).reduce((sum, run) => sum + runWidth(pen, run, style.size), 0);
}

/** Sets one line; `y` is its top. */
export function setLine(pen: Pen, text: string, style: Style, x: number, y: number): void {
  const baseline = y + (style.size * style.leading) / 2 + style.size * middle;
  let at = x;
  for (const run of runsOf(text, style.bold, pen.has)) {
    if (run.isLost) for (const { segment } of letters.segment(run.text)) pen.missing.add(segment);
    setRun(pen, run, style, at, baseline);
    at += runWidth(pen, run, style.size);
  }
}

function setRun(pen: Pen, run: Run, { size, colour }: Style, x: number, y: number): void {
  const draw = (): void => {
    pen.pdf.font(run.face).fontSize(size).fillColor(colour);
    pen.pdf.text(run.shown, x, y, { lineBreak: false, baseline: 'alphabetic' });
  };
  if (run.isLost || reordered.has(run.face)) readAs(pen, run.text, draw);
  else draw();
}

/**
 * What is drawn otherwise than it reads carries its text along, for copies, searches and screen readers.
 *
 * Poppler places that text by the axes it finds at the end: there they must be those of text, which pdfkit turns upside down
 * and back for each line.
 * @see ISO 32000-1, 14.9.4
 */
function readAs({ pdf, sheet }: Pen, actual: string, draw: () => void): void {
  pdf.markContent('Span', { actual });
  draw();
  pdf.save().transform(1, 0, 0, -1, 0, sheet.height);
  pdf.endMarkedContent();
  pdf.restore();
}

/** Their glyphs stand in another order than the letters they show. */
const reordered: ReadonlySet<Face> = new Set<Face>(['devanagari', 'devanagariBold']);

/** How far below a line's middle its baseline lies, as a share of the size: half the height of a capital, 0.714. */
const middle = 0.357;

const runWidth = (pen: Pen, { face, shown }: Run, size: number): number => pen.pdf.font(face).fontSize(size).widthOfString(shown);

/** Draws what is no content: rules, backgrounds, page numbers. */
export function decorate({ pdf }: Pen, draw: () => void): void {
  pdf.markContent('Artifact');
  draw();
  pdf.endMarkedContent();
}

/** A new part of the document, in reading order. */
export function part(pen: Pen, kind: string, within: Element = pen.outline): Element {
  const element = pen.pdf.struct(kind);
  within.add(element);
  return element;
}
