import type { Brand } from '../../../domain/brand.ts';
import type { Fact, LetterDocument } from '../../../domain/document.ts';
import { labelWidth } from './blocks/facts.ts';
import { heightOf, linesOf, setLines } from './lines.ts';
import type { Logo } from './logo.ts';
import { decorate, type Pen, part } from './pen.ts';
import { roomOf } from './sheet.ts';
import type { Slice } from './slice.ts';
import { stylesOf } from './styles.ts';

/** Points; a logo keeps its shape within them. */
const logoBox = { width: 170, height: 44 };

/** The first page's head: whose letter it is, whom it is for, what it is. */
export function letterhead(pen: Pen, document: LetterDocument, brand: Brand, logo: Logo): Slice[] {
  return [sender(pen, brand, logo), parties(pen, document), title(pen, document.title)];
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

/** Whom it is for at one side, number and dates at the other. */
function parties(pen: Pen, { recipient, facts }: LetterDocument): Slice {
  const { body } = stylesOf(pen.palette);
  const half = roomOf(pen.sheet) / 2;
  const lines = linesOf(pen, recipient.join('\n'), body, half - 20);
  const element = part(pen, 'P');
  const meta = factColumn(pen, facts, pen.sheet.left + half, half);
  return {
    above: 22,
    height: Math.max(recipient.length === 0 ? 0 : heightOf(lines), meta.height),
    keep: true,
    set: (y) => {
      if (recipient.length > 0) element.add(() => setLines(pen, lines, 'start', pen.sheet.left, y, half - 20));
      meta.set(y);
    },
  };
}

function factColumn(pen: Pen, facts: readonly Fact[], x: number, width: number): Mark {
  const { label, body } = stylesOf(pen.palette);
  const labels = labelWidth(pen, facts, width / 2);
  const table = part(pen, 'Table');
  const rows = facts.map((fact) => {
    const row = part(pen, 'TR', table);
    const said = linesOf(pen, fact.label, { ...label, leading: (body.size * body.leading) / label.size }, labels - 14);
    const value = linesOf(pen, fact.value, body, width - labels);
    return {
      said,
      value,
      head: part(pen, 'TH', row),
      cell: part(pen, 'TD', row),
      height: Math.max(heightOf(said), heightOf(value)),
    };
  });
  return {
    height: rows.reduce((sum, { height }) => sum + height, 0),
    set: (top) => {
      let y = top;
      for (const { said, value, head, cell, height } of rows) {
        const at = y;
        head.add(() => setLines(pen, said, 'start', x, at, labels - 14));
        cell.add(() => setLines(pen, value, 'start', x + labels, at, width - labels));
        y += height;
      }
    },
  };
}

function title(pen: Pen, text: string): Slice {
  const lines = linesOf(pen, text, stylesOf(pen.palette).title, roomOf(pen.sheet));
  const element = part(pen, 'H1');
  const set = (y: number) => void element.add(() => setLines(pen, lines, 'start', pen.sheet.left, y, roomOf(pen.sheet)));
  return { above: 26, height: heightOf(lines), keep: true, set };
}
