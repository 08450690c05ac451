import type { Block } from '../../../../domain/document.ts';
import { lineHeight, linesOf, setLines } from '../lines.ts';
import { type Pen, part, type Style } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** Its lines may part, but never one alone from the others. */
export function paragraph(pen: Pen, { text, quiet }: Of<'paragraph'>): Slice[] {
  const { body, quiet: small } = stylesOf(pen.palette);
  return spaced(8, flowing(pen, text, quiet ? small : body, 'P'));
}

/** Stays with what it heads. */
export function heading(pen: Pen, { text }: Of<'heading'>): Slice[] {
  const slices = flowing(pen, text, stylesOf(pen.palette).heading, 'H2');
  return spaced(20, slices).map((slice) => ({ ...slice, keep: true }));
}

/** Items behind a dot each. */
export function list(pen: Pen, { items }: Of<'list'>): Slice[] {
  const whole = part(pen, 'L');
  return items.flatMap((item, at) => {
    const body = part(pen, 'LBody', part(pen, 'LI', whole));
    const slices = flowing(pen, item, stylesOf(pen.palette).body, 'P', { indent: 14, within: body });
    const [first, ...rest] = spaced(at === 0 ? 8 : 3, slices);
    return first ? [{ ...first, set: dotted(pen, first) }, ...rest] : [];
  });
}

type Place = { indent: number; within: Pen['outline'] };

/** Strips of a line each; the first two and the last two stay together. */
export function flowing(pen: Pen, text: string, style: Style, kind: string, place?: Place): Slice[] {
  const { indent = 0, within } = place ?? {};
  const width = roomOf(pen.sheet) - indent;
  const { lines } = linesOf(pen, text, style, width);
  const element = part(pen, kind, within);
  return lines.map((line, at) => ({
    above: 0,
    height: lineHeight(style),
    keep: lines.length > 1 && (at === 0 || at === lines.length - 2),
    set: (y) => {
      const x = pen.sheet.left + indent;
      element.add(() => setLines(pen, { lines: [line], style }, 'start', x, y, width));
    },
  }));
}

const dotted =
  (pen: Pen, { set }: Slice) =>
  (y: number) => {
    pen.pdf.markContent('Artifact');
    pen.pdf.circle(pen.sheet.left + 4, y + lineHeight(stylesOf(pen.palette).body) / 2, 1.6).fill(pen.palette.brand);
    pen.pdf.endMarkedContent();
    set(y);
  };
