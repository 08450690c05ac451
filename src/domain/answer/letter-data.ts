import type { Part, Saying } from '../saying.ts';
import type { Action, Fact, Turn } from './template-data.ts';

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

/** Something about several things, or none: `text` is a paragraph each. */
export type NoticeData = {
  deskName: string;
  title: Saying;
  text: readonly Saying[];
  facts: readonly Fact[];
  tickets: readonly ListedTicket[];
  actions: readonly Action[];
};

/** One command; `needs`: the level of proof. */
export type HelpCommandData = {
  deskName: string;
  name: string;
  args: string;
  help: Saying;
  example: string;
  danger: string;
  needs: string;
  names: readonly { language: string; names: string }[];
};
