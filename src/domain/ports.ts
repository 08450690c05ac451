import type { EvidenceRow } from './authenticate/evidence.ts';
import type { Effect } from './effect.ts';
import type { ArrivalId, AssociateId, ContactId, MessageId, Sha256, TicketNo } from './ids.ts';
import type { Envelope } from './mail.ts';
import type { KnownId } from './match/known-id.ts';
import type { OutboxReads, OutboxWrites } from './outbox.ts';
import type { ReadsBeside } from './reads.ts';
import type { Erasure } from './redaction.ts';
import type { Person } from './settings.ts';
import type {
  Arrival,
  Block,
  Colleague,
  Confirmation,
  Contact,
  JournalRow,
  KeptUndo,
  Kin,
  Outcome,
  Participant,
  Source,
  Ticket,
  TicketMessage,
  TimeEntry,
} from './ticket.ts';
import type { TicketFilter } from './ticket-filter.ts';
import type { Workflow } from './workflow/workflow.ts';

/** Time as an argument. `after` runs once and gives a way to call it off; neither keeps the process alive by itself. */
export type Clock = {
  /** Epoch ms. */
  now(): number;
  after(ms: number, run: () => void): () => void;
};

/** Journey log: one line per station; a field never carries a secret or a text of a mail. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, text: string): void;
  warn(fields: Readonly<Record<string, unknown>>, text: string): void;
  error(fields: Readonly<Record<string, unknown>>, text: string): void;
};

export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Takes one decoded attachment as it streams by. */
export type AttachmentSink = (content: AsyncIterable<Uint8Array>) => Promise<{ sha256: Sha256; size: number }>;

/** Bytes named by their SHA-256. */
export type BlobStore = {
  /** Durable (file and directory) once resolved; the same bytes again cost nothing but the look. In the order given. */
  keep(contents: readonly Bytes[]): Promise<readonly { sha256: Sha256; size: number }[]>;
  /** @throws where no such blob is kept */
  open(name: Sha256): AsyncIterable<Uint8Array>;
  /** Gone for good, durably once resolved; what is not there is gone already. */
  erase(name: Sha256): Promise<void>;
};

/** `mails` as they came, their files, and copies of our own as they left. */
export type Blobs = { mails: BlobStore; attachments: BlobStore; sent: BlobStore };

/** The ledger, tickets and outbox. Nothing outside its adapter knows SQL or which engine runs. */
export type Store = {
  read<T>(work: (at: Reading) => Promise<T>): Promise<T>;
  /** One transaction (IMMEDIATE): all or nothing, durable once resolved. A throw rolls back and is passed on. */
  write<T>(work: (at: Writing) => Promise<T>): Promise<T>;
  /** Counts up whenever another process committed: cheap to ask, so that the daemon notices what the command line wrote. */
  foreignCommits(): Promise<number>;
  close(): Promise<void>;
};

/** What a person calls a mail by: its Message-ID, or the first letters of its hash. */
export type MailName = { messageId: MessageId } | { sha256: string };

export type Position = { uidValidity: string; nextUid: number; since: number };

export type Reading = ReadsBeside &
  OutboxReads & {
    /** In the order of the ids. */
    arrivals(ids: readonly ArrivalId[]): Promise<readonly Arrival[]>;
    arrivalAt(source: Source): Promise<Arrival | null>;
    /** Received but not decided, oldest first, received before `before`. */
    undecided(before: number, limit: number): Promise<readonly ArrivalId[]>;
    /** Of one folder: decided but not yet filed on the server. */
    unfiled(mailbox: string, folder: string, uidValidity: string): Promise<readonly Arrival[]>;
    position(mailbox: string, folder: string): Promise<Position | null>;
    /** The first arrival with this content that was not itself a duplicate, other than `except`. */
    firstWithContent(hash: Sha256, except: ArrivalId): Promise<Arrival | null>;
    /** What waits for a person, the latest first. */
    heldArrivals(): Promise<readonly Arrival[]>;
    /** Each time one mail came in, oldest first. */
    arrivalsOf(mail: MailName): Promise<readonly Arrival[]>;
    /** Each mail that came to a ticket, oldest first. */
    arrivalsOn(ticket: TicketNo): Promise<readonly Arrival[]>;
    /** What the decisions about one mail rested on, the oldest first (R10). */
    evidence(arrival: ArrivalId): Promise<readonly (EvidenceRow & { at: number })[]>;
    /** Counts by outcome of what arrived in [from, to). */
    ledger(from: number, to: number): Promise<Readonly<Record<Outcome | 'undecided', number>>>;

    contact(address: string): Promise<Contact | null>;
    contactId(address: string): Promise<ContactId | null>;
    /** What stands against mail from an address, or from a domain, at `now`. */
    blockOf(sender: string, now: number): Promise<Block | null>;
    contactOf(id: ContactId): Promise<Contact | null>;
    associateId(handle: string): Promise<AssociateId | null>;
    /** Null where the associate was removed. */
    associateOf(id: AssociateId): Promise<string | null>;

    nextTicketNo(first: number): Promise<TicketNo>;
    ticket(number: TicketNo): Promise<Ticket | null>;
    tickets(filter: TicketFilter): Promise<readonly Ticket[]>;
    ticketCount(filter: TicketFilter): Promise<number>;
    /** Deleted ones too. */
    kin(ticket: TicketNo): Promise<Kin>;
    /** How many of those linked with it, or hanging on it, are open. */
    openLinked(ticket: TicketNo): Promise<number>;
    participants(ticket: TicketNo): Promise<readonly Participant[]>;
    messages(ticket: TicketNo): Promise<readonly TicketMessage[]>;
    /** Subjects of every mail the ticket ever had, in and out. */
    subjects(ticket: TicketNo): Promise<readonly string[]>;
    journal(ticket: TicketNo): Promise<readonly JournalRow[]>;
    /** What this associate's last mail did on a ticket; null where that was taken back already, or nothing is kept. */
    lastUndo(ticket: TicketNo, handle: string): Promise<KeptUndo | null>;
    time(ticket: TicketNo): Promise<readonly TimeEntry[]>;
    /** What waits for this person's word, the oldest first. */
    confirmations(handle: string, now: number): Promise<readonly Confirmation[]>;
    /** Everybody inside, with their open tickets. */
    colleagues(): Promise<readonly Colleague[]>;
    /** Mails from an address that had this attachment. */
    timesSent(attachment: Sha256, from: string): Promise<number>;
    knownIds(ids: readonly MessageId[]): Promise<ReadonlyMap<MessageId, KnownId>>;
    /** Files that must go and may still be there. */
    erasures(): Promise<readonly Erasure[]>;
  };

export type NewArrival = {
  source: Source;
  sha256: Sha256;
  size: number;
  envelope: Envelope | null;
  authUser: string | null;
  receivedAt: number;
  imported: boolean;
};

export type Writing = Reading &
  OutboxWrites & {
    /** T1. An IMAP source met before gives its row's id again. In the order given. */
    addArrivals(arrivals: readonly NewArrival[]): Promise<readonly ArrivalId[]>;
    setPosition(mailbox: string, folder: string, position: Position): Promise<void>;
    /** Counts a try, so that a mail that kills the process is noticed. */
    countAttempt(ids: readonly ArrivalId[]): Promise<void>;
    /** They could be read: whatever stops the process now is not their doing. */
    clearAttempts(ids: readonly ArrivalId[]): Promise<void>;
    /**
     * T2 of one mail. False where it was no longer `received`: somebody else decided it, and nothing may be applied.
     */
    decide(
      id: ArrivalId,
      verdict: {
        outcome: Outcome;
        ticket: TicketNo | null;
        why: string;
        messageId: MessageId | null;
        contentHash: Sha256 | null;
      },
    ): Promise<boolean>;
    /** In the transaction of the decision it explains. */
    keepEvidence(arrival: ArrivalId, row: EvidenceRow, at: number): Promise<void>;
    /** These files are gone. */
    erased(files: readonly Erasure[]): Promise<void>;
    /** T3. */
    closeArrivals(ids: readonly ArrivalId[]): Promise<void>;
    /** Carries out what was decided. `arrival` is the evidence the journal names. */
    apply(effects: readonly Effect[], at: number, arrival: ArrivalId | null): Promise<void>;
    /** Undoes only what `work` wrote if it throws; the transaction goes on. */
    savepoint<T>(work: () => Promise<T>): Promise<T>;
    /** For the tickets that begin with them. */
    keepWorkflows(workflows: readonly Workflow[]): Promise<void>;
    syncPeople(people: readonly Person[], at: number): Promise<void>;
    /** Contacts of customers.yaml: the file wins over what mail brought. */
    syncContacts(
      contacts: readonly { address: string; name: string; customer: string; language: string | null }[],
    ): Promise<void>;
  };

/** What is handed to step 1. */
export type Incoming = {
  source: Source;
  content: Bytes;
  envelope: Envelope | null;
  authUser: string | null;
  /** The machine that handed it in, for the log. */
  peer?: string;
  receivedAt: number;
  imported: boolean;
};

export type Taken = {
  id: ArrivalId;
  outcome: Outcome;
  ticket: TicketNo | null;
  why: string;
  messageId: MessageId | null;
  /** Mails that this one lets in: they are taken next. */
  again?: readonly ArrivalId[];
};

/** The way in, for whoever brings mails: mailbox, listener, pipe. */
export type Intake = {
  /** Steps 1: durable once resolved (T1); only then may the bringer be told. `position` is stored in the same transaction. */
  receive(
    batch: readonly Incoming[],
    position?: { mailbox: string; folder: string; position: Position },
  ): Promise<readonly ArrivalId[]>;
  /** Steps 2 to 7 (T2). A mail that cannot be understood ends `held`; none throws for its content. In the order given. */
  take(ids: readonly ArrivalId[]): Promise<readonly Taken[]>;
};

/** Keyed hashing for addresses and Message-IDs of ours. */
export type Signer = {
  /** The key new tokens are made with. */
  currentKey: number;
  /** HMAC-SHA256, 32 bytes, with that associate's own secret too where one is named; null where a key is unknown. */
  mac(key: number, data: Uint8Array, associate?: number): Uint8Array | null;
};
