import type { ClaimReads } from './address-claim.ts';
import type { AskReads } from './ask/ask.ts';
import type { AttentionReads } from './attention/notice.ts';
import type { Trust } from './authenticate/trust.ts';
import type { TalkReads } from './calendar/talk.ts';
import type { Call } from './call.ts';
import type { ContractReads } from './contract/records.ts';
import type { DigestReads } from './digest/digest.ts';
import type { MailLedgerReads } from './digest/ledger.ts';
import type { DirectoryReads } from './directory/directory.ts';
import type { DueReads } from './due/due-store.ts';
import type { Link } from './evidence-chain.ts';
import type { MessageId, TicketNo } from './ids.ts';
import type { ChargeReads } from './quote/charge.ts';
import type { QuoteReads } from './quote/quote.ts';
import type { ReportReads } from './report/facts.ts';
import type { AccountReads } from './settings.ts';
import type { ClockReads } from './sla/kept-clock.ts';
import type { Arrival } from './ticket.ts';
import type { WorkflowReads } from './workflow/of-ticket.ts';

/** What the store is asked that stands with the thing it is about. */
export type ReadsBeside = Beside &
  WorkflowReads &
  AskReads &
  DueReads &
  AttentionReads &
  ClockReads &
  DigestReads &
  MailLedgerReads &
  ReportReads &
  ChainReads &
  DirectoryReads &
  ContractReads &
  QuoteReads &
  TalkReads &
  ChargeReads &
  TheirNumberReads;
type Beside = AccountReads & ClaimReads & CallReads & PurgeReads & TrustReads & LatestReads;

/** What an outside party calls a ticket of ours, the latest that was learnt. */
export type TheirNumberReads = { ticketOfTheirs(handle: string, numbers: readonly string[]): Promise<TicketNo | null> };

type CallReads = { openCall(asked: readonly MessageId[]): Promise<Call | null> };

/** Tickets deleted before an instant that still say something, those deleted first ahead. */
type PurgeReads = {
  purgeable(before: number, limit: number): Promise<readonly TicketNo[]>;
  /** Tickets closed before an instant that still say something, and those merged into such; those closed first ahead. */
  outlived(before: number, limit: number): Promise<readonly TicketNo[]>;
};

/** Of every source that was ever named, in no order. */
type TrustReads = { trusts(): Promise<readonly Trust[]> };

/** The mails that came in last, the latest first. */
type LatestReads = { latestArrivals(limit: number): Promise<readonly Arrival[]> };

/** From the first row on (RELIABILITY 5.3). */
export type ChainReads = { evidenceChain(): Promise<readonly Link[]> };
