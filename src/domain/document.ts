import type { Brand } from './brand.ts';
import type { Meeting } from './calendar/meeting.ts';
import type { Chart, ChartPicture, Look } from './charts/chart.ts';

/** A letter of the house: a quote, a report, a closing record. All words are the caller's, in the reader's language. */
export type LetterDocument = {
  title: string;
  /** Of its words: screen readers speak it so. */
  language: string;
  /** Who it is for: name and address lines, under the letterhead. */
  recipient: readonly string[];
  /** Number, date, ticket, customer. */
  facts: readonly Fact[];
  blocks: readonly Block[];
  /** On every page's foot, beside its number. */
  footer: string;
  /** Epoch ms: the same document of the same moment is the same bytes. */
  created: number;
};

export type Fact = { label: string; value: string };

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; quiet?: true }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'callout'; title: string; text: string; tone: 'calm' | 'warning' }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; totals: readonly Total[] }
  /** A box each, with a line for each label: name, date, signature. */
  | { kind: 'signature'; parties: readonly { party: string; lines: readonly string[] }[] }
  /** PNG; `width` in points, 72 an inch. */
  | { kind: 'picture'; png: Uint8Array; width: number; alt: string };

export type Column = { title: string; align: 'start' | 'end' };

/** Under a table; `grand` is the sum that counts. */
export type Total = { label: string; value: string; grand?: true };

export type Letter = {
  pdf: Uint8Array;
  pages: number;
  /** What no font here can show: a mark stands in its place, and the text behind it is whole. */
  missing: readonly string[];
  /** `unreadable`: the brand's name stands for it. */
  logo: 'shown' | 'none' | 'unreadable';
};

/** A chart as mails carry it. `alt`: what it shows, in words. */
export type Picture = { png: Uint8Array; alt: string } & ChartPicture;

/** What is made beside mails. Nothing of it is loaded before it is wanted. */
export type Documents = {
  /** Makes a document, the brand's letterhead on top. */
  letter(document: LetterDocument, brand: Brand): Promise<Letter>;
  /** A meeting for calendars, as the text of an `.ics` file: come, or it is off. `at`: when this is said, epoch ms. */
  invitation(meeting: Meeting, says: 'request' | 'cancel', at: number): Promise<string>;
  /** A chart, at twice the pixels, so that it is sharp on every screen. */
  picture(chart: Chart, look: Look): Promise<Picture>;
};
