import type { Claiming } from '../address-claim.ts';
import type { Answering } from '../ask/answering.ts';
import type { Level, Verdict } from '../authenticate/verdict.ts';
import type { Call } from '../call.ts';
import type { Phase } from '../due/phase.ts';
import type { Format } from '../formatted.ts';
import type { Forward } from '../forward/read-forward.ts';
import type { ArrivalId, AskId, MessageId, Sha256, TicketNo } from '../ids.ts';
import type { Classification, Mail } from '../mail.ts';
import type { Placement } from '../match/place-mail.ts';
import type { SentMail } from '../outbox.ts';
import type { MailName } from '../ports.ts';
import type { ReviewFacts } from '../review/review.ts';
import type { Saying } from '../saying.ts';
import type { Account, MailboxSettings, Person, Settings } from '../settings.ts';
import type { KeptClock } from '../sla/kept-clock.ts';
import type {
  Arrival,
  Block,
  Colleague,
  Confirmation,
  Contact,
  JournalRow,
  KeptUndo,
  Kin,
  Lift,
  Outcome,
  Participant,
  Ticket,
  TicketMessage,
} from '../ticket.ts';
import type { TicketFilter } from '../ticket-filter.ts';
import type { ProcessWords } from '../workflow/process-words.ts';
import type { Records } from '../workflow/records.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Watched } from './watch-borders.ts';

/** Who wrote, by the address the mail names. What that is worth stands in the level. */
export type Sender =
  | { kind: 'associate'; person: Person }
  | { kind: 'contact'; contact: Contact }
  | { kind: 'stranger' }
  /** An address of the desk itself (A27). */
  | { kind: 'desk' };

/** A ticket with what is needed to decide about a mail on it. */
export type TicketScene = {
  ticket: Ticket;
  participants: readonly Participant[];
  /** Of every mail before this one, in and out. */
  subjects: readonly string[];
  /** What subjects commanded here, as it was written; read only where an associate writes. */
  commanded: readonly string[];
  /** What is known of the person it is for. */
  requester: Contact | null;
  /** Oldest first. */
  messages: readonly TicketMessage[];
  /** Oldest first; read only where an associate writes. */
  journal: readonly JournalRow[];
  /** What that associate may take back here. */
  undo: KeptUndo | null;
  /** The process it follows, in the version that it began with. */
  workflow: Workflow;
  records: Records;
};

/** What the words of commands name, looked up before they are carried out. */
export type Lookups = {
  tickets: ReadonlyMap<TicketNo, TicketScene>;
  contacts: ReadonlyMap<string, Contact>;
  colleagues: readonly Colleague[];
  /** Of tickets whose commands ask for it. */
  kin: ReadonlyMap<TicketNo, Kin>;
  /** Customers that only the store knows, by what they were called. */
  accounts: ReadonlyMap<string, Account>;
  /** What a ticket that is opened now is called. */
  nextTicket: TicketNo;
  /** By the address or domain that was asked for. */
  blocks: ReadonlyMap<string, Block>;
  /** What commands asked the store for, by `keyOf` of the question. */
  lists: ReadonlyMap<string, TicketList>;
  mails: ReadonlyMap<string, Arrival>;
  /** How those tickets stood over time whose clocks are asked for. */
  phases: ReadonlyMap<TicketNo, readonly Phase[]>;
  /** By the id of the customer. */
  reviews: ReadonlyMap<string, ReviewFacts>;
  /** The held mail that the mail in hand is about. */
  held: HeldMail | null;
};

/** A mail that waits for somebody to let it in. `from` proves nothing. */
export type HeldMail = { arrival: ArrivalId; from: string; why: string };

/** Tickets of a list, and how many there are beyond its limit too. */
export type TicketList = {
  tickets: readonly Ticket[];
  all: number;
  clocks: ReadonlyMap<TicketNo, readonly KeptClock[]>;
};

/** What a command asks the store for before it is carried out. */
export type Query =
  | { kind: 'tickets'; filter: TicketFilter }
  | { kind: 'mail'; mail: MailName }
  | { kind: 'account'; name: string }
  /** Open tickets of the customer whose contract it is. */
  | { kind: 'contract'; number: string }
  /** What hangs together with a ticket; `scenes`: which of those tickets themselves. */
  | { kind: 'kin'; ticket: TicketNo; scenes: 'merged' | 'hanging' | 'none' }
  /** What a service review is made of; by id or name. */
  | { kind: 'review'; customer: string }
  | { kind: 'block'; sender: string }
  | { kind: 'phases'; ticket: TicketNo }
  | { kind: 'next-ticket' }
  | { kind: 'held' };

/** Under which name the answer stands in `lookups`. */
export const keyOf = (asked: TicketFilter | MailName): string => JSON.stringify(asked);

/**
 * `copy`: From and Date are the same too, and one text stands inside the other: a list added its footer (F-36).
 * `collision`: only the id is the same, which anybody can write (F-39). `repeated`: a mail of that id commanded already, on
 * no single ticket (R3).
 */
export type Twin = { kind: 'none' | 'repeated' } | { kind: 'copy' | 'collision'; ticket: TicketNo };

/** The person whose mail an associate passed on, as the store knows them. */
export type OnBehalf = { forward: Extract<Forward, { kind: 'forward' }>; sender: Sender; customer: string | null };

/** Everything a decision about one mail may look at. Nothing here is read later than the transaction it is stored in. */
export type Facts = {
  now: number;
  settings: Pick<
    Settings,
    'desk' | 'people' | 'customers' | 'mailboxes' | 'authentication' | 'workflows' | 'sla' | 'rates' | 'forms'
  > & {
    outgoing: Pick<Settings['outgoing'], 'attachUpToMb'>;
  };
  arrival: Pick<Arrival, 'source' | 'envelope' | 'authUser' | 'imported' | 'receivedAt'>;
  mailbox: MailboxSettings | null;
  mail: Mail;
  classification: Classification;
  /** Whether an automatic answer may go back to it, and if not, why (RFC 3834). */
  answerable: { kind: 'yes' } | { kind: 'no'; why: string };
  verdict: Verdict;
  level: Level;
  sender: Sender;
  /** By a known address, or by domain where the sender is proved. */
  customer: string | null;
  /** Somebody blocked the sender. */
  blocked: Block | null;
  placement: Placement;
  scene: TicketScene | null;
  /** A ticket that the mail answers, closed too long ago to open again: the mail opens one of its own beside it. */
  follows: TicketNo | null;
  /** The first arrival with the same content; `isNews`: it came by another mailbox, whose team has not heard of it (F-37). */
  duplicateOf: { outcome: Outcome; ticket: TicketNo | null; isNews: boolean } | null;
  /** When the mail of ours that it answers was written; null where it answers none. */
  answers: number | null;
  /** It answers, by the mail program’s own button, our question whether a mail is theirs, or whether they called. */
  answersQuestion: 'mail' | 'call' | null;
  /** An earlier mail with the same Message-ID and other bytes. */
  twin: Twin;
  /** An associate's forward that belongs to no ticket yet: whose it is, or why that is not clear. */
  passedOn: OnBehalf | { doubt: Saying } | null;
  /** The mail of ours that a delivery report returns. */
  returned: SentMail | null;
  /** Where it returns none: the last mail to the address it names. A guess, only to be shown. */
  perhaps: SentMail | null;
  /** Pictures that come with every mail of this sender. */
  decoration: ReadonlySet<Sha256>;
  /** What is on record for a ticket that the mail opens: of its customer. */
  newRecords: Records;
  nextTicket: TicketNo;
  /** What a question that is put now is numbered. */
  nextAsk: AskId;
  acknowledged: { toSender: number; short: number };
  /** Empty unless an associate writes. */
  lookups: Lookups;
  /** Tickets that offers on the tickets in hand are for as well, by number, each where it lives on by now. */
  alongside: ReadonlyMap<TicketNo, TicketScene>;
  /** Mails in this associate's name that wait for their word. */
  confirmations: readonly Confirmation[];
  /** The mail answers such a question: whose, and which. */
  confirming: { person: Person; batch: number } | null;
  /** It came to an address made for the answer to a question on a ticket. */
  answering: Answering | null;
  /** The mail brings up, or answers, whether an address is an associate's too. */
  claiming: Claiming | null;
  /** A person vouched for this mail after it was held. */
  lift: Lift | null;
  /** The caller's answer to our question whether they called. */
  call: Call | null;
  watched: Watched;
  /** The mail's words as its author formatted them. */
  format: Format;
  /** What people read and type in place of names of processes. */
  words: ProcessWords;
  /** SHA-256 of a text, in hex. */
  digest: (text: string) => string;
  /** Mints a Message-ID of ours for that ticket (0: none). */
  newId: (ticket: TicketNo | 0) => MessageId;
};

/** The id at the root of all notifications of a ticket, so that an associate's client shows one thread. */
export type Minting = Pick<Facts, 'newId'>;
