import type { Block } from '../../../../domain/document.ts';
import { heightOf, linesOf, setLines } from '../lines.ts';
import { decorate, type Pen, part } from '../pen.ts';
import { roomOf } from '../sheet.ts';
import type { Slice } from '../slice.ts';
import { stylesOf } from '../styles.ts';

type Signature = Extract<Block, { kind: 'signature' }>;
type Party = Signature['parties'][number];

const gap = 28;
/** Points above each line to write on: room for a hand. */
const hand = 23;

/** Two parties a row, each with lines to write on; all on one page. */
export function signature(pen: Pen, { parties }: Signature): Slice[] {
  const pairs = Array.from({ length: Math.ceil(parties.length / 2) }, (_, at) => parties.slice(2 * at, 2 * at + 2));
  return pairs.map((pair, at) => ({ ...pairRow(pen, pair), keep: at < pairs.length - 1 }));
}

function pairRow(pen: Pen, pair: readonly Party[]): Slice {
  const width = (roomOf(pen.sheet) - gap) / 2;
  const boxes = pair.map((party, at) => box(pen, party, pen.sheet.left + at * (width + gap), width));
  return {
    above: 26,
    height: Math.max(...boxes.map(({ height }) => height)),
    keep: false,
    set: (y) => {
      for (const { set } of boxes) set(y);
    },
  };
}

function box(pen: Pen, { party, lines }: Party, x: number, width: number): Pick<Slice, 'height' | 'set'> {
  const { strong, label } = stylesOf(pen.palette);
  const name = linesOf(pen, party, strong, width);
  const labels = lines.map((text) => linesOf(pen, text, label, width));
  const element = part(pen, 'P');
  return {
    height: heightOf(name) + labels.reduce((sum, one) => sum + hand + heightOf(one), 0),
    set: (top) => {
      element.add(() => setLines(pen, name, 'start', x, top, width));
      let y = top + heightOf(name);
      for (const one of labels) {
        const line = y + hand;
        decorate(pen, () =>
          pen.pdf
            .moveTo(x, line)
            .lineTo(x + width, line)
            .lineWidth(0.7)
            .stroke(pen.palette.quiet),
        );
        element.add(() => setLines(pen, one, 'start', x, line + 2, width));
        y = line + heightOf(one);
      }
    },
  };
}
