import type { Block } from '../../../../domain/document.ts';
import type { Pen } from '../pen.ts';
import type { Slice } from '../slice.ts';
import { callout } from './callout.ts';
import { facts } from './facts.ts';
import { picture } from './picture.ts';
import { signature } from './signature.ts';
import { table } from './table.ts';
import { heading, list, paragraph } from './text.ts';

type Setters = { [Kind in Block['kind']]: (pen: Pen, block: Extract<Block, { kind: Kind }>) => Slice[] };

const setters: Setters = {
  heading,
  paragraph,
  list,
  callout,
  table,
  signature,
  picture,
  facts: (pen, block) => facts(pen, block.facts),
};

/** Lays out a block as strips. */
export const slicesOf = <Kind extends Block['kind']>(pen: Pen, block: Extract<Block, { kind: Kind }> & { kind: Kind }): Slice[] =>
  setters[block.kind](pen, block);
