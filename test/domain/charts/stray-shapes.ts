import { textWidth } from '../../../src/domain/charts/text.ts';

/** Shapes and words of an SVG of ours that reach out of its box, as they stand in it. */
export function strayShapes(svg: string, width: number, height: number): string[] {
  const found = [...svg.matchAll(/<(rect|line|circle|polygon|polyline|text)\b([^>]*?)\/?>(?:([^<]*)<\/text>)?/g)];
  return found.flatMap(([whole, name = '', attributes = '', text = '']) => {
    const at = new Map([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]));
    const [left, top, right, bottom] = boxes[name]?.(at, text) ?? [0, 0, 0, 0];
    const isInside =
      left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5 && left <= right && top <= bottom;
    return isInside ? [] : [whole];
  });
}

type Box = [number, number, number, number];
type Attributes = ReadonlyMap<string, string>;

const number = (at: Attributes, key: string): number => Number(at.get(key) ?? 0);

const boxes: Readonly<Record<string, (at: Attributes, text: string) => Box>> = {
  rect: (at) => [number(at, 'x'), number(at, 'y'), number(at, 'x') + number(at, 'width'), number(at, 'y') + number(at, 'height')],
  line: (at) => spread([number(at, 'x1'), number(at, 'y1'), number(at, 'x2'), number(at, 'y2')]),
  circle: (at) => {
    const [x, y, r] = [number(at, 'cx'), number(at, 'cy'), number(at, 'r')];
    return [x - r, y - r, x + r, y + r];
  },
  polygon: (at) => spread(pointsOf(at)),
  polyline: (at) => spread(pointsOf(at)),
  text: (at, text) => {
    const size = number(at, 'font-size');
    const wide = textWidth(text.replace(/&\w+;/g, '&'), { size, ...(at.has('font-weight') ? { bold: true as const } : {}) });
    const left = number(at, 'x') - wide * (shares[at.get('text-anchor') ?? ''] ?? 0);
    return [left, number(at, 'y') - size, left + wide, number(at, 'y') + size * 0.3];
  },
};

/** How much of a text stands before its place. */
const shares: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

const pointsOf = (at: Attributes): number[] => (at.get('points') ?? '').split(/[ ,]/).map(Number);

function spread(numbers: readonly number[]): Box {
  const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2 === 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
