import { cleanText } from './clean-text.ts';
import { type Pen, type Style, setLine, widthOf } from './pen.ts';
import { letters } from './runs.ts';

/** A text broken to a width. */
export type Lines = { lines: readonly string[]; style: Style };

/** Breaks a text at spaces, after hyphens and slashes, and within a word where the word alone is too long. */
export function linesOf(pen: Pen, text: string, style: Style, width: number): Lines {
  const paragraphs = cleanText(text).split('\n');
  return { lines: paragraphs.flatMap((one) => broken(pen, one, style, width)), style };
}

/** Points from the top of one line to the top of the next. */
export const lineHeight = ({ size, leading }: Style): number => size * leading;

/** Points from top to bottom. */
export const heightOf = ({ lines, style }: Lines): number => lines.length * lineHeight(style);

/** Sets lines one below another, at either side of a column. */
export function setLines(pen: Pen, { lines, style }: Lines, align: 'start' | 'end', x: number, y: number, width: number): void {
  for (const [at, text] of lines.entries()) {
    const isRight = align === 'end' || isRightToLeft(text);
    setLine(pen, text, style, isRight ? x + width - widthOf(pen, text, style) : x, y + at * lineHeight(style));
  }
}

/** By its first letter that has a direction (Unicode, UAX 9, P2). */
const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);

/** The widest piece that is never broken but for want of room. */
export const longestWord = (pen: Pen, text: string, style: Style): number =>
  Math.max(0, ...wordsOf(cleanText(text)).map((word) => widthOf(pen, word.trimEnd(), style)));

function broken(pen: Pen, text: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const piece of wordsOf(text).flatMap((word) => chopped(pen, word, style, width))) {
    if (line !== '' && used + widthOf(pen, piece.trimEnd(), style) > width + hair) {
      lines.push(line.trimEnd());
      [line, used] = ['', 0];
    }
    line += piece;
    used += widthOf(pen, piece, style);
  }
  return [...lines, line.trimEnd()];
}

/** Each with what parts it from the next. A hyphen before a figure is a minus. */
const wordsOf = (text: string): string[] => text.split(/(?<=[ \n])(?![ \n])|(?<=[\p{L}\d][-/–—])(?=\p{L})/u);

/** Points: sums of widths are not the width of the sum to the last digit. */
const hair = 0.01;

/** Letter by letter: what is measured stays short, however long a word somebody made up. */
function chopped(pen: Pen, word: string, style: Style, width: number): string[] {
  if (word.length <= 40 && widthOf(pen, word.trimEnd(), style) <= width) return [word];
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const { segment } of letters.segment(word)) {
    const wide = segment.trim() === '' ? 0 : widthOf(pen, segment, style);
    if (piece !== '' && used + wide > width) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += segment;
    used += wide;
  }
  return [...pieces, piece];
}
