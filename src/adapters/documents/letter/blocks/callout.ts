import type { Block } from '../../../../domain/document.ts';
import { lineHeight, linesOf, setLines } from '../lines.ts';
import { decorate, type Pen, part, type Style } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';

type Callout = Extract<Block, { kind: 'callout' }>;
type Row = { text: string; style: Style; before: number; after: number };

const inset = 14;
const air = 9;

/** What matters most, on a ground of its own with a bar at its side. One of many lines goes on over the page. */
export function callout(pen: Pen, block: Callout): Slice[] {
  const rows = rowsOf(pen, block);
  const element = part(pen, 'P');
  const mayPart = rows.length > 12;
  return spaced(
    12,
    rows.map((row, at) => ({
      above: 0,
      height: row.before + lineHeight(row.style) + row.after,
      keep: at < rows.length - 1 && (!mayPart || at === 0 || at === rows.length - 2),
      set: (y) => setRow(pen, block, row, element, y),
    })),
  );
}

function rowsOf(pen: Pen, { title, text, tone }: Callout): Row[] {
  const styles = stylesOf(pen.palette);
  const width = roomOf(pen.sheet) - 2 * inset;
  const head =
    title === '' ? [] : linesOf(pen, title, styles[tone], width).lines.map((line) => ({ text: line, style: styles[tone] }));
  const body =
    text === '' ? [] : linesOf(pen, text, styles.body, width).lines.map((line) => ({ text: line, style: styles.body }));
  const all = [...head, ...body];
  return all.map((row, at) => ({ ...row, before: at === 0 ? air : 0, after: at === all.length - 1 ? air : 0 }));
}

function setRow(pen: Pen, { tone }: Callout, { text, style, before, after }: Row, element: Pen['outline'], y: number): void {
  const { left, right } = pen.sheet;
  const { calm, brand, warning, warningFill } = pen.palette;
  const [ground, bar] = tone === 'calm' ? [calm, brand] : [warningFill, warning];
  // A hair taller than the strip, so that no viewer draws a line between two of them.
  const height = before + lineHeight(style) + after + (after === 0 ? 0.4 : 0);
  decorate(pen, () => {
    pen.pdf.rect(left, y, right - left, height).fill(ground);
    pen.pdf.rect(left, y, 3, height).fill(bar);
  });
  element.add(() => setLines(pen, { lines: [text], style }, 'start', left + inset, y + before, right - left - 2 * inset));
}
