import { drawable, type Look } from './chart.ts';
import { coloursOf, seriesColours } from './colours.ts';
import { element, escaped, rounded } from './svg.ts';

const [width, height, inset] = [96, 24, 4];

/** A line as small as a word, for a table's cell; where it ends is marked. `title` says in words what it shows. */
export function sparkline(values: readonly (number | null)[], title: string, look: Pick<Look, 'colour' | 'theme'>): string {
  const points = pointsOf(values);
  const stroke = seriesColours({ ...look, width })[0] ?? coloursOf(look.theme).ink;
  const last = points.at(-1);
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    element('title', {}, escaped(title)),
    element('rect', { width, height, rx: 3, fill: coloursOf(look.theme).card }),
    ...(points.length > 1
      ? [
          element('polyline', {
            points: points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join(' '),
            fill: 'none',
            stroke,
            'stroke-width': 1.5,
          }),
        ]
      : []),
    ...(last ? [element('circle', { cx: last.x, cy: last.y, r: 2.5, fill: stroke })] : []),
  );
}

function pointsOf(values: readonly (number | null)[]): { x: number; y: number }[] {
  const known = values.flatMap((value, at) => {
    const number = drawable(value);
    return number === null ? [] : [{ at, number }];
  });
  const low = Math.min(...known.map(({ number }) => number));
  const range = Math.max(...known.map(({ number }) => number)) - low;
  const step = (width - 2 * inset) / Math.max(1, values.length - 1);
  return known.map(({ at, number }) => ({
    x: inset + at * step,
    y: range === 0 ? height / 2 : height - inset - ((number - low) / range) * (height - 2 * inset),
  }));
}
