import type { Party } from '../../ticket.ts';

/** A process as it is drawn: what stands on the picture, before anything has a place. All words are in the reader's language. */
export type Drawn = {
  title: string;
  about: string;
  columns: readonly Column[];
  /** Steps that every state has; drawn once, below. */
  everywhere: readonly Row[];
  /** Words of the picture itself. */
  legend: Legend;
};

/** States side by side in the file, one below the other on paper. */
export type Column = { stage: string | null; cards: readonly Card[] };

/** A state, or where a ticket begins. */
export type Card = {
  id: string;
  kind: 'start' | 'state' | 'end';
  title: string;
  turn: Party | null;
  /** Below the title: whose turn it is, and the clock that runs. */
  subtitle: string;
  clock: string | null;
  rows: readonly Row[];
};

/** A step as one line of its state. */
export type Row = {
  /** Its place among the steps of the file; null: an entry. */
  step: number | null;
  sign: Sign;
  text: string;
  /** Who, and under which conditions. */
  detail: string;
  /** The state it leads to; `back`: where it came from; null: it stays. */
  to: string | 'back' | null;
};

/** What fires it, at a glance. */
export type Sign = 'command' | 'answer' | 'time' | 'event' | 'enter' | 'entry';

export type Legend = {
  signs: readonly { sign: Sign; words: string }[];
  turns: readonly { turn: Party; words: string }[];
  everywhere: string;
  /** Null: nothing on the picture does. */
  stays: string | null;
  back: string | null;
};

/** Ids that no state has. */
export const startId = '(start)';
