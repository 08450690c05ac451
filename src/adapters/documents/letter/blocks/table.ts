import type { Block, Column } from '../../../../domain/document.ts';
import { heightOf, type Lines, lineHeight, linesOf, longestWord, setLines } from '../lines.ts';
import { decorate, type Pen, part, type Style, widthOf } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';
import { columnWidths } from './column-widths.ts';
import { totals } from './totals.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Cell = { x: number; width: number; align: Column['align'] };

/** Points between two columns, and above and below the text of a row. */
const gap = 12;
const padding = 4.5;

/** Its head stands again on every page; a row is never parted unless no page could hold it. */
export function table(pen: Pen, block: Table): Slice[] {
  const element = part(pen, 'Table');
  const cells = cellsOf(pen, block);
  const { columnTitle, body } = stylesOf(pen.palette);
  const titles = texts(
    pen,
    block.columns.map(({ title }) => title),
    columnTitle,
    cells,
  );
  const first = headRow(pen, titles, cells, part(pen, 'TR', element));
  const head = headRow(pen, titles, cells, null);
  const room = pen.sheet.bottom - pen.sheet.top - head.height;
  const rows = block.rows.flatMap((row) => bodyRows(pen, texts(pen, row, body, cells), cells, part(pen, 'TR', element), room));
  const sums = totals(pen, block.totals, element);
  const all = rows.map((row, at) => ({ ...row, head, keep: row.keep || (at === rows.length - 1 && sums.length > 0) }));
  return spaced(12, [first, ...all, ...sums]);
}

function cellsOf(pen: Pen, { columns, rows }: Table): Cell[] {
  const { body, columnTitle } = stylesOf(pen.palette);
  const wishes = columns.map(({ title, align }, at) => {
    const values = rows.map((row) => row[at] ?? '');
    const most = Math.max(widthOf(pen, title, columnTitle), ...values.map((one) => widthOf(pen, one, body)));
    // An amount is read as one.
    const least =
      align === 'end'
        ? most
        : Math.max(longestWord(pen, title, columnTitle), ...values.map((one) => longestWord(pen, one, body)));
    return { most, least: Math.min(least, most) };
  });
  const widths = columnWidths(wishes, roomOf(pen.sheet) - gap * (columns.length - 1));
  return columns.map(({ align }, at) => ({
    x: pen.sheet.left + widths.slice(0, at).reduce((sum, one) => sum + one + gap, 0),
    width: widths[at] ?? 0,
    align,
  }));
}

const texts = (pen: Pen, row: readonly string[], style: Style, cells: readonly Cell[]): Lines[] =>
  cells.map(({ width }, at) => linesOf(pen, row[at] ?? '', style, width));

const tallest = (row: readonly Lines[]): number => Math.max(0, ...row.map(heightOf)) + 2 * padding;

/** Without an element it is a repetition, which screen readers pass over. */
function headRow(pen: Pen, titles: readonly Lines[], cells: readonly Cell[], element: Pen['outline'] | null): Slice {
  const height = tallest(titles);
  const heads = element && titles.map(() => part(pen, 'TH', element));
  return {
    above: 0,
    height,
    keep: true,
    set: (y) => {
      for (const [at, lines] of titles.entries()) {
        const draw = () => setCell(pen, lines, cells[at], y);
        if (heads) heads[at]?.add(draw);
        else decorate(pen, draw);
      }
      rule(pen, y + height, 1, pen.palette.brand);
    },
  };
}

/** One strip; of a row that is taller than a page, one for every line. */
function bodyRows(pen: Pen, row: readonly Lines[], cells: readonly Cell[], element: Pen['outline'], room: number): Slice[] {
  const parts = row.map(() => part(pen, 'TD', element));
  const strip = (lines: readonly Lines[], height: number, isLast: boolean): Slice => ({
    above: 0,
    height,
    keep: false,
    set: (y) => {
      for (const [at, one] of lines.entries()) parts[at]?.add(() => setCell(pen, one, cells[at], y));
      if (isLast) rule(pen, y + height, 0.5, pen.palette.rule);
    },
  });
  if (tallest(row) <= room) return [strip(row, tallest(row), true)];
  const most = Math.max(...row.map(({ lines }) => lines.length));
  return Array.from({ length: most }, (_, at) => {
    const line = row.map(({ lines, style }) => ({ lines: lines.slice(at, at + 1), style }));
    const isLast = at === most - 1;
    return strip(line, Math.max(...row.map(({ style }) => lineHeight(style))) + (isLast ? 2 * padding : 0), isLast);
  });
}

function setCell(pen: Pen, lines: Lines, cell: Cell | undefined, y: number): void {
  if (cell) setLines(pen, lines, cell.align, cell.x, y + padding, cell.width);
}

function rule(pen: Pen, y: number, width: number, colour: string): void {
  decorate(pen, () => pen.pdf.moveTo(pen.sheet.left, y).lineTo(pen.sheet.right, y).lineWidth(width).stroke(colour));
}
