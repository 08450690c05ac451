import type { ClaimReads } from './address-claim.ts';
import type { Trust } from './authenticate/trust.ts';
import type { Call } from './call.ts';
import type { MessageId, TicketNo } from './ids.ts';
import type { AccountReads } from './settings.ts';
import type { Arrival } from './ticket.ts';
import type { WorkflowReads } from './workflow/of-ticket.ts';

/** What the store is asked that stands with the thing it is about. */
export type ReadsBeside = AccountReads & ClaimReads & CallReads & PurgeReads & TrustReads & LatestReads & WorkflowReads;

type CallReads = { openCall(asked: readonly MessageId[]): Promise<Call | null> };

/** Tickets deleted before an instant that still say something, those deleted first ahead. */
type PurgeReads = { purgeable(before: number, limit: number): Promise<readonly TicketNo[]> };

/** Of every source that was ever named, in no order. */
type TrustReads = { trusts(): Promise<readonly Trust[]> };

/** The mails that came in last, the latest first. */
type LatestReads = { latestArrivals(limit: number): Promise<readonly Arrival[]> };
