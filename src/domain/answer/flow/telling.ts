import type { NewAsk } from '../../ask/open-ask.ts';
import type { Facts, TicketScene } from '../../decide/facts.ts';
import type { Formatted } from '../../formatted.ts';
import type { Person } from '../../settings.ts';
import type { Actor, Ticket } from '../../ticket.ts';
import type { Moved } from '../../workflow/moved.ts';
import type { Desk } from '../outgoing.ts';

/** A ticket that people are told of. */
export type Shown = Omit<Desk, 'settings'> & {
  settings: Desk['settings'] & Pick<Facts['settings'], 'customers' | 'rates' | 'forms' | 'sla'>;
  /** The ticket as it stands now, in its scene. */
  scene: TicketScene;
  /** Null: it begins with this. */
  was: Ticket | null;
  by: Actor;
};

/** What it takes to tell people of a step. */
export type Telling = Shown &
  Brought & {
    moved: Moved;
    /** Questions that are put now. */
    asks: readonly NewAsk[];
  };

/** What came along with what fired a step. */
export type Brought = {
  /** The mail that fired it; null where time did. */
  mail: Facts | null;
  /** What that mail says beside its commands, for those inside. */
  text: string;
  /** What one of us says to the customer with it; null where nothing is to go out. */
  words: StepWords | null;
};

export const nothingBrought: Brought = { mail: null, text: '', words: null };

export type StepWords = { person: Person; body: string; formatted: Formatted; attachments: Facts['mail']['attachments'] };
