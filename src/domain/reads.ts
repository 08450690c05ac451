import type { ClaimReads } from './address-claim.ts';
import type { Call } from './call.ts';
import type { MessageId, TicketNo } from './ids.ts';
import type { AccountReads } from './settings.ts';

/** What the store is asked that stands with the thing it is about. */
export type ReadsBeside = AccountReads & ClaimReads & CallReads & PurgeReads;

type CallReads = { openCall(asked: readonly MessageId[]): Promise<Call | null> };

/** Tickets deleted before an instant that still say something, those deleted first ahead. */
type PurgeReads = { purgeable(before: number, limit: number): Promise<readonly TicketNo[]> };
