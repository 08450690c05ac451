import type { Party } from '../ticket.ts';

/** Where a ticket stands in its process. */
export type Standing = {
  state: string;
  trail: readonly string[];
  waitsFor: Party;
  /** Names of the asks that are open. */
  open: readonly string[];
};
