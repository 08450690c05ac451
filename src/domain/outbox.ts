import type { ArrivalId, MessageId, OutboxId, Sha256, TicketNo } from './ids.ts';
import type { Address, Attachment, MadeFile, OwnFile } from './mail.ts';
import type { LimitName, SendLimits } from './settings.ts';

/** `delayed` waits for the clock, `held` for a person, `blocked` for a mended template; `folded` leaves with another, as one mail. */
export type OutboxState = 'delayed' | 'held' | 'waiting' | 'sending' | 'sent' | 'failed' | 'blocked' | 'cancelled' | 'folded';

/** Whether it has not left yet, so that it can be called off. */
export const isRecallable = (state: OutboxState): boolean => ['delayed', 'held', 'waiting', 'blocked'].includes(state);

/** How its reader ends it: by the command in a mail's subject, or by one click where the desk has a page for that. */
export type Digest = { command: string; oneClick: string | null };

export type OutboxRow = {
  id: OutboxId;
  ticket: TicketNo | null;
  template: string;
  language: string;
  to: Address;
  /** Decides whose signed address stands in Reply-To. */
  party: 'contact' | 'associate';
  /** The person it speaks for; '' for the desk alone. */
  fromName: string;
  /** Null where the template's own front matter words it. */
  subject: string | null;
  messageId: MessageId;
  inReplyTo: MessageId | null;
  references: readonly MessageId[];
  /** Becomes Auto-Submitted: null for a person's words (RFC 3834 §5). */
  automatic: 'auto-replied' | 'auto-generated' | null;
  data: Readonly<Record<string, unknown>>;
  attachments: readonly (Attachment | OwnFile | MadeFile)[];
  state: OutboxState;
  attempts: number;
  /** When it is due; null once it is over. */
  next: number | null;
  error: string | null;
  created: number;
  /** The arrival that caused it, so that the log can be followed from receipt to sending; null for the desk's own. */
  journey: ArrivalId | null;
  /** Only of mails that come by themselves again and again: everything else here answers or tells of one thing (8058-1). */
  digest?: Digest;
  /** The mail it is part of; only of folded ones. */
  foldedInto?: OutboxId;
  /** The limit it waits for; only while it does. */
  limited?: LimitName;
  /** The bytes that left, and when. */
  copy?: { sha256: Sha256; at: number };
};
/** One whose files are all there. */
export type ReadyRow = Omit<OutboxRow, 'attachments'> & { attachments: readonly (Attachment | OwnFile)[] };

export type NewOutboxRow = Omit<
  OutboxRow,
  'id' | 'state' | 'attempts' | 'next' | 'error' | 'created' | 'journey' | 'foldedInto' | 'limited' | 'copy'
> & {
  /** Epoch ms before which it may not leave. */
  notBefore: number;
  /** Leaves as one mail with others on its ticket to the same reader, and waits for them no longer than until then. */
  foldUntil?: number;
};

export type OutboxFilter = { failed?: boolean; ticket?: TicketNo };

/** A mail of ours that a Message-ID names. */
export type SentMail = Pick<OutboxRow, 'id' | 'ticket' | 'template' | 'party' | 'automatic' | 'state'> & {
  to: string;
  /** When it was written. */
  created: number;
  /** A person's words in it, '' where there are none. */
  body: string;
};

/** What the store is asked about mails of ours. */
export type OutboxReads = {
  sentMail(id: MessageId): Promise<SentMail | null>;
  /** The last mail that left for an address since `since`. */
  lastSentTo(address: string, since: number): Promise<SentMail | null>;
  /** Acknowledgements queued since `since`: to one address, and to all who were not proved. */
  acknowledged(address: string, since: number): Promise<number>;
  acknowledgedShort(since: number): Promise<number>;

  outbox(filter: OutboxFilter): Promise<readonly OutboxRow[]>;
  outboxRow(id: OutboxId): Promise<OutboxRow | null>;
  /** Files that left before a mail did, on its ticket to its reader. */
  filesBefore(mail: Pick<OutboxRow, 'id' | 'ticket' | 'to'>): Promise<ReadonlySet<Sha256>>;
  /** What leaves with a mail, in the order it was written. */
  foldedInto(id: OutboxId): Promise<readonly OutboxRow[]>;
  /** When the next row is due, null where none waits. */
  nextDue(): Promise<number | null>;
};

/** The way of a row: claimed, then sent, waiting again, failed or blocked. */
export type OutboxWrites = {
  /**
   * O1: due rows become `sending`, attempt counted, leased to `owner` until `leaseUntil`. Of several to one reader that
   * leave as one only the first is given; what a limit holds back waits for its turn.
   */
  claimDue(now: number, limit: number, owner: string, leaseUntil: number, limits: SendLimits): Promise<readonly OutboxRow[]>;
  /** Rows another run left in `sending` wait again. */
  releaseLeases(owner: string, now: number): Promise<number>;
  /** O2 to O4, only while `owner` still holds the lease: false where it does not. */
  settle(
    id: OutboxId,
    owner: string,
    to: {
      state: Extract<OutboxState, 'sent' | 'waiting' | 'failed' | 'blocked'>;
      next: number | null;
      error: string | null;
      at: number;
      /** The bytes that left, where they were kept. */
      copy?: Sha256 | null;
    },
  ): Promise<boolean>;
  /** Files that were made for it. */
  keepFiles(id: OutboxId, files: ReadyRow['attachments']): Promise<void>;
  /** Failed, blocked or held rows wait again, due at once. */
  retry(id: OutboxId, now: number): Promise<boolean>;
};
