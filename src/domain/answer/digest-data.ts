import type { LedgerTerm } from '../digest/ledger.ts';
import type { PeriodKind } from '../report/period.ts';
import type { ReportRow } from '../report/sections.ts';
import type { ListedTicket } from './letter-data.ts';
import type { Action } from './template-data.ts';

/** What every mail that comes again and again says: its day, and the link that ends it. */
type Coming = { deskName: string; day: string; off: Action };

/** What the mails are told that come by themselves again and again. */
export type DigestTemplates = {
  /** One's own tickets in the order of the day. `more`: those not shown; `free`: open ones that nobody has. */
  worklist: Coming & {
    overdue: readonly ListedTicket[];
    today: readonly ListedTicket[];
    yours: readonly ListedTicket[];
    waiting: readonly ListedTicket[];
    count: number;
    late: number;
    more: number;
    free: number;
    /** A ticket to show the form of an answer by. */
    example: string;
    actions: readonly Action[];
  };
  /** How the team stands. `team`: its names, '' for the whole desk. Of each list only the first ones, of `…Count` in all. */
  overview: Coming & {
    team: string;
    open: number;
    breached: readonly ListedTicket[];
    breachedCount: number;
    unassigned: readonly ListedTicket[];
    unassignedCount: number;
    longest: readonly ListedTicket[];
    longestCount: number;
    load: readonly { name: string; open: number; breached: number; away: string }[];
    actions: readonly Action[];
  };
  /** The mail of a day, term by term, and what the desk found when it looked itself over. `lines`: as checks print them. */
  ledger: Coming & {
    seen: number;
    /** All are counted; those that are nought are left out, but for the last. */
    terms: readonly { name: LedgerTerm; count: number }[];
    unaccounted: number;
    /** The first of them, by number. */
    ids: readonly number[];
    checks: number;
    wrong: number;
    lines: readonly string[];
  };
};

/** A picture of figures: what it shows in words; those that the picture cannot write. */
export type ReportChart = { cid: string; description: string; width: number; outside: readonly string[] };

export type ReportTemplates = {
  /** Queued with `kind` and `asked` (epoch ms) alone; the rest is counted when it leaves. `off`: null where somebody asked for it. */
  report: {
    deskName: string;
    kind: PeriodKind;
    asked: number;
    title: string;
    compared: string;
    worked: string;
    sections: readonly { title: string; chart: ReportChart | null; rows: readonly ReportRow[] }[];
    off: Action | null;
  };
};
