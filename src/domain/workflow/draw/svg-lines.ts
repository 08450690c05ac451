import { element, rounded } from '../../charts/svg.ts';
import type { Join } from './bends.ts';
import { ink, lineColours } from './colours.ts';
import type { Layout, PlacedBend } from './layout.ts';

const radius = 5;
const head = 7;

/** The lines of a picture, each target in a colour of its own; a dot marks where lines join, none where they only cross. */
export function svgLines(layout: Layout): string[] {
  const targets = [...new Set(layout.bends.map(({ net }) => net.target))];
  return layout.bends.map((bend) => {
    const colour = lineColours[targets.indexOf(bend.net.target) % lineColours.length] ?? ink.text;
    const line = { fill: 'none', stroke: colour, 'stroke-width': 1.6, 'stroke-linecap': 'round' };
    return element(
      'g',
      {},
      element('path', { d: pathOf(bend, layout), ...line }),
      ...dots(bend, colour),
      ...arrows(bend, layout, colour),
    );
  });
}

/** The upright part, then each line that joins it; at its ends they come round a corner. */
function pathOf(bend: PlacedBend, layout: Layout): string {
  const { from, to, x } = bend;
  const upright = from === to ? '' : `M${rounded(x)} ${rounded(cornerAt(bend, from))}V${rounded(cornerAt(bend, to))}`;
  return [upright, ...bend.joins.map((join) => joinPath(bend, join, farEnd(bend, join, layout)))].join('');
}

function joinPath(bend: PlacedBend, { y }: Join, far: number): string {
  const { x, from, to } = bend;
  if (from === to || !isCorner(bend, y)) return `M${rounded(far)} ${rounded(y)}H${rounded(x)}`;
  const inward = far < x ? -radius : radius;
  const along = y === from ? radius : -radius;
  return `M${rounded(far)} ${rounded(y)}H${rounded(x + inward)}Q${rounded(x)} ${rounded(y)} ${rounded(x)} ${rounded(y + along)}`;
}

/** An end of the upright part that only one line comes to. */
const isCorner = ({ from, to, joins }: PlacedBend, y: number): boolean =>
  (y === from || y === to) && joins.filter((join) => join.y === y).length === 1 && to - from >= 2 * radius;

const cornerAt = (bend: PlacedBend, y: number): number => (isCorner(bend, y) ? y + (y === bend.from ? radius : -radius) : y);

/** Where a line begins or ends: at the edge of a card, or half-way past a column. */
function farEnd({ gutter }: PlacedBend, { side, kind }: Join, { columns }: Layout): number {
  const column = columns[side === 'left' ? gutter - 1 : gutter];
  if (column === undefined) return 0;
  if (kind === 'lane') return column.x + column.width / 2;
  const edge = side === 'left' ? column.x + column.width : column.x;
  const short = side === 'left' ? head - 1 : 1 - head; // the arrow covers the rest
  return kind === 'head' ? edge + short : edge;
}

const dots = (bend: PlacedBend, colour: string): string[] =>
  bend.joins
    .filter(({ y }) => bend.joins.length > 2 && !isCorner(bend, y))
    .map(({ y }) => element('circle', { cx: bend.x, cy: y, r: 2.6, fill: colour }));

function arrows({ gutter, joins }: PlacedBend, { columns }: Layout, colour: string): string[] {
  return joins
    .filter(({ kind }) => kind === 'head')
    .map(({ y, side }) => {
      const column = columns[side === 'left' ? gutter - 1 : gutter];
      const tip = side === 'left' ? (column?.x ?? 0) + (column?.width ?? 0) : (column?.x ?? 0);
      const back = side === 'left' ? tip + head : tip - head;
      return element('path', {
        d: `M${rounded(tip)} ${rounded(y)}L${rounded(back)} ${rounded(y - 4)}V${rounded(y + 4)}Z`,
        fill: colour,
      });
    });
}
