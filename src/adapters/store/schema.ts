import type { Generated, Selectable, Transaction } from 'kysely';
import type { AddressClaim } from '../../domain/address-claim.ts';
import type {
  ArrivalId,
  AssociateId,
  ClaimId,
  ConfirmationId,
  ContactId,
  EntryId,
  MessageId,
  Sha256,
  TicketNo,
  UndoId,
} from '../../domain/ids.ts';
import type { Erasure } from '../../domain/redaction.ts';
import type { Arrival, Confirmation, Participant, Source, Ticket, TicketMessage } from '../../domain/ticket.ts';
import type { AskTables } from './asks-tables.ts';
import type { AttentionTables } from './attention-tables.ts';
import type { DirectoryTables } from './directory-tables.ts';
import type { DueTables } from './due-tables.ts';
import type { OutboxTable } from './outbox-table.ts';
import type { QuoteTables } from './quotes-tables.ts';

/**
 * The tables as queries see them. Portable types only: numbers and text, 0 or 1 for no and yes, JSON as text,
 * instants in epoch ms. Who a row speaks of stands in it as an id; addresses, names and texts of people stand only in
 * contacts, contact_addresses, calls, messages, message_attachments, journal_words, ask_answers, exceptions, quotes, outbox and arrivals, where they
 * can be blanked.
 */
export type Tables = AskTables &
  DueTables &
  AttentionTables &
  DirectoryTables &
  QuoteTables & {
    /** `name`: '' where only files or mails name it. */
    customers: {
      id: string;
      created: number;
      name: Generated<string>;
      /** JSON of what a file may say of it beside people and contracts. */
      details: Generated<string | null>;
      standing: Generated<'new' | 'old' | null>;
    };
    contacts: {
      id: Generated<ContactId>;
      name: string;
      customer: string | null;
      language: string | null;
      known: number;
      created: number;
      /** 0:00 UTC of the day that a vacation note named. */
      away_until: number | null;
      phone: Generated<string | null>;
      social: Generated<string | null>;
      /** JSON of `Roles`. */
      roles: Generated<string | null>;
    };
    /** `address` is null once it was blanked; the row stays, because tickets point at it. */
    contact_addresses: {
      id: Generated<number>;
      contact: ContactId;
      address: string | null;
      bounced_at: number | null;
      bounced_why: string | null;
    };
    associates: { id: Generated<AssociateId>; handle: string; removed: number | null };
    tickets: TicketTable;
    messages: MessageTable;
    message_attachments: {
      message: EntryId;
      position: number;
      filename: string;
      content_type: string;
      size: number;
      inline: number;
      cid: string | null;
      sha256: Sha256;
    };
    /** `cited`: known from a mail that answers it, the mail itself was never seen. `moved`: a person put its mail there. */
    message_ids: { message_id: MessageId; ticket: TicketNo; cited: Generated<number>; moved: Generated<number> };
    participants: { ticket: TicketNo; address: number; role: Participant['role'] };
    ticket_links: { ticket: TicketNo; other: TicketNo; why: string; at: number; arrival: ArrivalId | null };
    journal: {
      id: Generated<number>;
      ticket: TicketNo | null;
      at: number;
      actor_kind: 'desk' | 'associate' | 'contact';
      actor: number | null;
      event: string;
      arrival: ArrivalId | null;
      data: string;
    };
    /** What somebody typed, JSON by name, of a line of the journal; erased where that must go. */
    journal_words: { journal: number; words: string };
    outbox: OutboxTable;
    /** `undo`: JSON of an `Undo`, addresses in it too: blanked with the rest of a person's data. */
    undos: { id: Generated<UndoId>; ticket: TicketNo; associate: AssociateId; at: number; undo: string; used: number };
    hours: {
      id: Generated<number>;
      ticket: TicketNo;
      associate: AssociateId;
      at: number;
      minutes: number;
      kind: string;
      rate: number | null;
      currency: string | null;
    };
    confirmations: {
      id: Generated<ConfirmationId>;
      associate: AssociateId;
      arrival: ArrivalId;
      ticket: TicketNo | null;
      /** JSON. */
      commands: string;
      asked: number | null;
      created: number;
      expires: number;
      state: Confirmation['state'];
    };
    /** `address`: of `contact_addresses`, so that it is blanked there with the rest of a person's data. */
    address_claims: {
      id: Generated<ClaimId>;
      associate: AssociateId;
      address: number;
      asked: number;
      expires: number;
      associate_said: number | null;
      address_said: number | null;
      state: AddressClaim['state'];
    };
    /** `workflow`: JSON of a `Workflow`. */
    workflow_versions: { name: string; version: string; workflow: string };
    evidence: { id: Generated<number>; arrival: ArrivalId; at: number; row: string };
    preferences: { associate: AssociateId; receipts: number; away_until: number | null; away_to: string | null };
    /** `ticket`: what its answer made. */
    calls: {
      message_id: MessageId;
      associate: AssociateId;
      address: string;
      name: string;
      title: string;
      text: string;
      at: number;
      ticket: TicketNo | null;
    };
    /** `trust`: JSON of a `Trust`. */
    borders: { source: string; trust: string };
    blocked_senders: { sender: string; until: number | null; since: number };
    /** Files that must go; a row stays until its file is gone. */
    erasures: Erasure;
    positions: { mailbox: string; folder: string; uid_validity: string; next_uid: number; since: number };
    raw_mails: { sha256: Sha256; size: number; stored: number; erased: number | null; erased_why: string | null };
    arrivals: ArrivalTable;
    schema_versions: { number: number; name: string; applied: number };
  };

type TicketTable = Omit<
  Ticket,
  | 'number'
  | 'waitsFor'
  | 'assignee'
  | 'requester'
  | 'mergedInto'
  | 'master'
  | 'tags'
  | 'fields'
  | 'pausedUntil'
  | 'workflowVersion'
> & {
  number: TicketNo;
  waits_for: Ticket['waitsFor'];
  assignee: AssociateId | null;
  /** A contact_addresses id. */
  requester: number;
  merged_into: TicketNo | null;
  master: TicketNo | null;
  /** JSON. */
  tags: string;
  fields: string;
  trail: Generated<string>;
  workflow_version: string | null;
  paused_until: number | null;
  /** When it was emptied. */
  purged: Generated<number | null>;
};

type MessageTable = {
  id: Generated<EntryId>;
  ticket: TicketNo;
  direction: TicketMessage['direction'];
  status: TicketMessage['status'];
  message_id: MessageId | null;
  from_name: string;
  from_address: string;
  to_addresses: string;
  at: number;
  subject: string;
  sha256: Sha256 | null;
  /** Whose draft a held one is. */
  draft: AssociateId | null;
  /** Null where it is the whole text. */
  visible_text: string | null;
  text: string;
};

type ArrivalTable = {
  id: Generated<ArrivalId>;
  kind: Source['kind'];
  mailbox: string | null;
  folder: string | null;
  uid_validity: string | null;
  uid: number | null;
  sha256: Sha256;
  size: number;
  envelope_from: string | null;
  envelope_to: string | null;
  auth_user: string | null;
  received: number;
  /** When the desk took it in; `received` is its server's word. */
  taken: number;
  imported: number;
  state: Arrival['state'];
  attempts: number;
  outcome: Arrival['outcome'];
  ticket: TicketNo | null;
  why: string;
  message_id: MessageId | null;
  content_hash: Sha256 | null;
  /** JSON of a `Lift`. */
  lift: string | null;
};

export type ArrivalRow = Selectable<ArrivalTable>;
export type MessageRow = Selectable<MessageTable>;
export type QueuedRow = Selectable<OutboxTable>;

/** An open transaction: the only way to the tables. */
export type Tx = Transaction<Tables>;

/** JSON text of ours, read back; its shape is vouched for by the code that wrote it. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text);
}
