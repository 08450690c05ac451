import type { Paper } from '../../../domain/brand.ts';

/** The part of a page that text may fill, in points from its top left corner. */
export type Sheet = { width: number; height: number; left: number; right: number; top: number; bottom: number };

const papers: Readonly<Record<Paper, readonly [number, number]>> = { A4: [595.28, 841.89], Letter: [612, 792] };

/** Points; 20 mm at the sides. */
const margin = { side: 56.7, top: 56.7, bottom: 68 };

/** The sheet of a paper. */
export function sheetOf(paper: Paper): Sheet {
  const [width, height] = papers[paper];
  return {
    width,
    height,
    left: margin.side,
    right: width - margin.side,
    top: margin.top,
    bottom: height - margin.bottom,
  };
}

/** Points between the margins. */
export const roomOf = ({ left, right }: Sheet): number => right - left;

/** Points from the top of a page's text to its bottom. */
export const pageRoom = ({ top, bottom }: Sheet): number => bottom - top;
