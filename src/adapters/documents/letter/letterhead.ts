import type { Brand } from '../../../domain/brand.ts';
import type { LetterDocument } from '../../../domain/document.ts';
import { facts as factBlock, factCells } from './blocks/facts.ts';
import { flowing } from './blocks/text.ts';
import { heightOf, linesOf, setLines } from './lines.ts';
import type { Logo } from './logo.ts';
import { decorate, type Pen, part } from './pen.ts';
import { type Cell, rowSlices } from './row.ts';
import { pageRoom, roomOf } from './sheet.ts';
import { type Slice, spaced } from './slice.ts';
import { stylesOf } from './styles.ts';

/** Points; a logo keeps its shape within them. */
const logoBox = { width: 170, height: 44 };

/** The first page's head: whose letter it is, whom it is for, what it is. */
export function letterhead(pen: Pen, document: LetterDocument, brand: Brand, logo: Logo): Slice[] {
  return [sender(pen, brand, logo), ...parties(pen, document), ...title(pen, document.title)];
}

function sender(pen: Pen, brand: Brand, logo: Logo): Slice {
  const { quiet } = stylesOf(pen.palette);
  const width = roomOf(pen.sheet) / 2 - 12;
  const address = linesOf(pen, brand.address.join('\n'), quiet, width);
  const mark = logo.kind === 'shown' ? picture(pen, logo.image, brand.name) : name(pen, brand.name, width);
  const element = part(pen, 'P');
  const height = Math.max(mark.height, brand.address.length === 0 ? 0 : heightOf(address)) + 12;
  return {
    above: 0,
    height,
    keep: true,
    set: (y) => {
      mark.set(y);
      if (brand.address.length > 0) element.add(() => setLines(pen, address, 'end', pen.sheet.right - width, y, width));
      decorate(pen, () =>
        pen.pdf
          .moveTo(pen.sheet.left, y + height)
          .lineTo(pen.sheet.right, y + height)
          .lineWidth(1.5)
          .stroke(pen.palette.brand),
      );
    },
  };
}

type Mark = Pick<Slice, 'height' | 'set'>;

function picture(pen: Pen, image: Extract<Logo, { kind: 'shown' }>['image'], alt: string): Mark {
  const scale = Math.min(logoBox.width / image.width, logoBox.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const element = pen.pdf.struct('Figure', { alt });
  pen.outline.add(element);
  return { height, set: (y) => void element.add(() => pen.pdf.image(image, pen.sheet.left, y, { width, height })) };
}

function name(pen: Pen, text: string, width: number): Mark {
  const lines = linesOf(pen, text, stylesOf(pen.palette).name, width);
  const element = part(pen, 'P');
  return { height: heightOf(lines), set: (y) => void element.add(() => setLines(pen, lines, 'start', pen.sheet.left, y, width)) };
}

/** Whom it is for at one side, number and dates at the other; one below the other where they are long. */
function parties(pen: Pen, { recipient, facts }: LetterDocument): Slice[] {
  const half = roomOf(pen.sheet) / 2;
  const { body } = stylesOf(pen.palette);
  const address = recipient.join('\n');
  const name: Cell = {
    lines: linesOf(pen, address, body, half - 20),
    x: pen.sheet.left,
    width: half - 20,
    align: 'start',
    element: part(pen, 'P'),
  };
  const column = factCells(pen, facts, pen.sheet.left + half, half).flatMap((cells) =>
    rowSlices(pen, cells, plain, pageRoom(pen.sheet)),
  );
  const height = Math.max(address === '' ? 0 : heightOf(name.lines), sum(column));
  if (height > pageRoom(pen.sheet) / 3) return [...rowSlices(pen, [name], plain, 0), ...factBlock(pen, facts)];
  const [left] = rowSlices(pen, [name], plain, height);
  return [{ above: 22, height, keep: true, set: (y) => setBeside(address === '' ? [] : [left], column, y) }];
}

const plain = { padding: 0, rule: null };

const sum = (slices: readonly Slice[]): number => slices.reduce((total, { height }) => total + height, 0);

function setBeside(left: readonly (Slice | undefined)[], right: readonly Slice[], top: number): void {
  for (const slice of left) slice?.set(top);
  let y = top;
  for (const { set, height } of right) {
    set(y);
    y += height;
  }
}

/** Stays with what follows, unless it is a book. */
function title(pen: Pen, text: string): Slice[] {
  const slices = spaced(26, flowing(pen, text, stylesOf(pen.palette).title, 'H1'));
  return slices.length > 6 ? slices : slices.map((slice) => ({ ...slice, keep: true }));
}
