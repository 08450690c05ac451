import type { ClaimReads } from './address-claim.ts';
import type { Call } from './call.ts';
import type { MessageId } from './ids.ts';
import type { AccountReads } from './settings.ts';

/** What the store is asked that stands with the thing it is about. */
export type ReadsBeside = AccountReads & ClaimReads & CallReads;

type CallReads = { openCall(asked: readonly MessageId[]): Promise<Call | null> };
