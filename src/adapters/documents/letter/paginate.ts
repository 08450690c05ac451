import type { Pen } from './pen.ts';
import type { Slice } from './slice.ts';

/** Sets strips one below another, page after page; those that stay together go to the next page together. */
export function paginate(pen: Pen, slices: readonly Slice[], from: number): void {
  let y = from;
  for (const [at, slice] of slices.entries()) {
    const isFirst = y === pen.sheet.top;
    const above = isFirst ? 0 : slice.above;
    if (!isFirst && y + above + needed(pen, slices, at) > pen.sheet.bottom) y = nextPage(pen, slice);
    else y += above;
    slice.set(y);
    y += slice.height;
  }
}

/** Height that a strip needs with those it stays with; its own where they would not fit on any page. */
function needed(pen: Pen, slices: readonly Slice[], from: number): number {
  let height = 0;
  for (const { above, height: own, keep } of slices.slice(from)) {
    height += own + (height === 0 ? 0 : above);
    if (!keep) break;
  }
  const own = slices[from]?.height ?? 0;
  return height <= pen.sheet.bottom - pen.sheet.top ? height : own;
}

function nextPage(pen: Pen, { head }: Slice): number {
  pen.pdf.addPage();
  head?.set(pen.sheet.top);
  return pen.sheet.top + (head?.height ?? 0);
}
