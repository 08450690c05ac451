import type { Level, Verdict } from '../authenticate/verdict.ts';
import type { MessageId, TicketNo } from '../ids.ts';
import type { Classification, Mail } from '../mail.ts';
import type { Placement } from '../match/place-mail.ts';
import type { SentMail } from '../ports.ts';
import type { MailboxSettings, Person, Settings } from '../settings.ts';
import type { Arrival, Contact, Outcome, Participant, Ticket, TicketMessage } from '../ticket.ts';

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
  /** Oldest first. */
  messages: readonly TicketMessage[];
};

/** Everything a decision about one mail may look at. Nothing here is read later than the transaction it is stored in. */
export type Facts = {
  now: number;
  settings: Pick<Settings, 'desk' | 'people' | 'customers' | 'mailboxes'>;
  arrival: Pick<Arrival, 'source' | 'envelope' | 'imported' | 'receivedAt'>;
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
  placement: Placement;
  scene: TicketScene | null;
  /** The first arrival with the same content. */
  duplicateOf: { outcome: Outcome; ticket: TicketNo | null } | null;
  /** The mail of ours that a delivery report returns. */
  returned: SentMail | null;
  nextTicket: TicketNo;
  acknowledged: { toSender: number; short: number };
  /** Mints a Message-ID of ours for that ticket (0: none). */
  newId: (ticket: TicketNo | 0) => MessageId;
};

/** The id at the root of all notifications of a ticket, so that an associate's client shows one thread. */
export type Minting = Pick<Facts, 'newId'>;
