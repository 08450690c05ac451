import { type ClaimId, claimId, type TicketNo, ticketNo } from './ids.ts';

/** Who is asked whether an address is an associate's too: the associate, and whoever reads that address. */
export type ClaimSide = 'associate' | 'address';

/** A question whether an address is an associate's too. Answered or not, the files of the admin stay as they are. */
export type AddressClaim = {
  id: ClaimId;
  handle: string;
  address: string;
  expires: number;
  /** When each of them said yes. */
  said: Readonly<Record<ClaimSide, number | null>>;
  state: 'open' | 'confirmed' | 'refused';
};

export type ClaimReads = {
  addressClaim(id: ClaimId): Promise<AddressClaim | null>;
  /** The one that waits for the word of an associate, or of whoever reads an address. */
  openAddressClaim(of: { handle: string } | { address: string }, now: number): Promise<AddressClaim | null>;
  /** The number of a new one; null where one is open for this associate at `now`, or this address was asked since `since`. */
  nextAddressClaim(handle: string, address: string, now: number, since: number): Promise<ClaimId | null>;
};

/**
 * How a mail bears on such a question: it brings it up, or answers it for one side, by its link or (`unlinked`) by the mail
 * program's own button. A claim of null: the question is over.
 */
export type Claiming =
  | { kind: 'new'; id: ClaimId; handle: string }
  | { kind: 'answer' | 'unlinked'; claim: AddressClaim | null; by: ClaimSide };

/**
 * Where a token names its ticket, from here on it names a claim: no ticket is numbered so high, and no other question
 * before the year 2097.
 */
const firstClaim = 0xf000_0000;

/** What the token of a claim's links bears where others bear their ticket. */
export const numberOfClaim = (id: ClaimId): TicketNo => ticketNo(firstClaim + id);

/** The claim that a token's number means; null for any other. */
export const claimOfNumber = (number: TicketNo): ClaimId | null => (number > firstClaim ? claimId(number - firstClaim) : null);
