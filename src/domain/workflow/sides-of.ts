import type { Asked } from '../ask/ask.ts';
import { type Around, isSame, peopleOf } from './people-of.ts';
import { type Audience, audiences } from './workflow.ts';

/** The sides of a ticket that somebody is on. */
export const sidesOf = (who: Asked, around: Around): Audience[] =>
  audiences.filter((audience) => peopleOf(audience, around).some((one) => isSame(one, who)));
