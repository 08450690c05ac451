import type { Offer, Quote } from '../quote/quote.ts';

/** A ticket that came into the backlog, or left it. `opened`: when it began. */
export type Flow = {
  at: number;
  way: 'in' | 'out';
  customer: string | null;
  assignee: string | null;
  opened: number;
  /** It was deleted, which is no work done. */
  deleted: boolean;
};

/** Open tickets that have all of this in common. */
export type Standing = {
  process: string;
  state: string;
  customer: string | null;
  assignee: string | null;
  age: Age;
  count: number;
};

/** How long a ticket had been there: less than a day, three, a week, a month of 30 days; longer. */
export const ages = ['day', 'days', 'week', 'month', 'longer'] as const;
export type Age = (typeof ages)[number];

/** What the store counts of a stretch of time, spam left out. */
export type ReportFacts = {
  flows: readonly Flow[];
  /** Open tickets when it began. */
  before: number;
  /** And when it ended. */
  after: readonly Standing[];
  /** Tickets that got their first answer. */
  answered: readonly { opened: number; at: number; customer: string | null }[];
  /** Clocks that ended in time, and those that ran out. */
  clocks: readonly { name: string; kept: number; missed: number }[];
  hours: readonly { kind: string; customer: string | null; handle: string; minutes: number }[];
  /** Offers that were made or settled, revisions that another replaced left out. */
  quotes: readonly { offer: Offer; status: Quote['status']; made: number; settled: number | null }[];
  /** Figures from 1 to 5, and how many gave each. */
  ratings: readonly { figure: number; count: number }[];
};

/** What the store is asked for a report on [from, to). */
export type ReportReads = { reportFacts(from: number, to: number): Promise<ReportFacts> };
