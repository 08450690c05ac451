import type { Part } from '../saying.ts';
import type { Action, Turn } from './template-data.ts';

/** Plain text of a person, as many paragraphs as they wrote; `associateName` signs it. */
export type Words = {
  body: string;
  associateName: string;
  /** The same words as safe HTML, made from the associate's own; '' where only the plain ones are there. */
  bodyHtml?: string;
  /** The mail that is answered, for below the answer. */
  quoted?: Quoted | null;
  /** Names of files that came with an earlier mail of the thread and so do not come again; known when the mail leaves. */
  sentBefore?: readonly string[];
  /** Others outside who were asked something with these words. */
  asked?: readonly string[];
};

/** `at`: in the reader's zone and language; `text`: cut where it is long. */
export type Quoted = { from: string; at: string; text: string };

/** The sender's text without quoted history. `size` in bytes. */
export type Enclosed = {
  text: string;
  /** `attached`: the file came along; false: it is too large, and kept where `original` says. */
  attachments: readonly { filename: string; size: number; attached?: boolean }[];
  /** Where the mail lies as it came; null where no mailbox has it. */
  original?: { mailbox: string; folder: string } | null;
};

/** '' where nothing is set. */
export type ListedTicket = {
  tag: string;
  title: string;
  whoseTurn: Turn;
  state: Part;
  severity: string;
  assignee: string;
  customer: string;
  age: string;
  /** Of the clock that runs out first. */
  due: Part;
  actions: readonly Action[];
};
