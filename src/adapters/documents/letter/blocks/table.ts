import type { Block, Column } from '../../../../domain/document.ts';
import { linesOf, longestWord } from '../lines.ts';
import { type Element, type Pen, part, type Style, widthOf } from '../pen.ts';
import { type Cell, rowSlices } from '../row.ts';
import { pageRoom, roomOf } from '../sheet.ts';
import { type Slice, spaced } from '../slice.ts';
import { stylesOf } from '../styles.ts';
import { columnWidths } from './column-widths.ts';
import { totals } from './totals.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Place = { x: number; width: number; align: Column['align'] };

/** Points between two columns, and above and below the text of a row. */
const gap = 12;
const padding = 4.5;

/** Its head stands again on every page; a row is never parted unless no page could hold it. */
export function table(pen: Pen, block: Table): Slice[] {
  const element = part(pen, 'Table');
  const places = placesOf(pen, block);
  const head = heads(pen, block, places, part(pen, 'TR', element));
  const again = head.length === 1 ? heads(pen, block, places, null)[0] : undefined;
  const most = pageRoom(pen.sheet) - (again?.height ?? 0);
  const look = { padding, rule: { width: 0.5, colour: pen.palette.rule } };
  const style = stylesOf(pen.palette).body;
  const rows = block.rows.flatMap((row) =>
    rowSlices(pen, cellsOf(pen, row, style, places, part(pen, 'TR', element), 'TD'), look, most),
  );
  const sums = totals(pen, block.totals, element);
  const all = rows.map((row, at) => ({
    ...row,
    ...(again ? { head: again } : {}),
    keep: at === rows.length - 1 && sums.length > 0,
  }));
  return spaced(12, [...head, ...all, ...sums]);
}

/** One strip that stays with what follows; more of them where titles are so long that no page should repeat them. */
function heads(pen: Pen, { columns }: Table, places: readonly Place[], row: Element | null): Slice[] {
  const titles = columns.map(({ title }) => title);
  const cells = cellsOf(pen, titles, stylesOf(pen.palette).columnTitle, places, row, 'TH');
  const slices = rowSlices(pen, cells, { padding, rule: { width: 1, colour: pen.palette.brand } }, pageRoom(pen.sheet) / 3);
  return slices.map((slice) => ({ ...slice, keep: slices.length === 1 }));
}

function placesOf(pen: Pen, { columns, rows }: Table): Place[] {
  const { body, columnTitle } = stylesOf(pen.palette);
  const wishes = columns.map(({ title, align }, at) => {
    const values = rows.map((row) => row[at] ?? '');
    const most = Math.max(widthOf(pen, title, columnTitle), ...values.map((one) => widthOf(pen, one, body)));
    const longest = Math.max(longestWord(pen, title, columnTitle), ...values.map((one) => longestWord(pen, one, body)));
    // An amount is read as one.
    return { most, least: align === 'end' ? most : Math.min(longest, most) };
  });
  const widths = columnWidths(wishes, roomOf(pen.sheet) - gap * (columns.length - 1));
  return columns.map(({ align }, at) => ({
    x: pen.sheet.left + widths.slice(0, at).reduce((sum, one) => sum + one + gap, 0),
    width: widths[at] ?? 0,
    align,
  }));
}

function cellsOf(
  pen: Pen,
  texts: readonly string[],
  style: Style,
  places: readonly Place[],
  row: Element | null,
  kind: 'TH' | 'TD',
): Cell[] {
  return places.map((place, at) => ({
    ...place,
    lines: linesOf(pen, texts[at] ?? '', style, place.width),
    element: row && part(pen, kind, row),
  }));
}
