import type { Effect } from './effect.ts';
import type { ArrivalId, ConfirmationId, EntryId, MessageId, Sha256, TicketNo, UndoId } from './ids.ts';
import type { Address, Attachment, Envelope } from './mail.ts';
import type { OutboxState } from './outbox.ts';

/** Whose turn it is. */
export type Party = 'customer' | 'staff' | 'lead' | 'engineer' | 'manager' | 'sales' | 'operator' | 'provider' | 'nobody';

export type Ticket = {
  number: TicketNo;
  /** The title, without tag and reply prefixes. */
  subject: string;
  state: string;
  workflow: string;
  /** Of its process, as it was when the ticket began; null: it began before versions were kept. */
  workflowVersion: string | null;
  /** The states it came by, the latest last, none twice. */
  trail: readonly string[];
  waitsFor: Party;
  stage: string | null;
  severity: string | null;
  complexity: string | null;
  priority: string | null;
  type: string | null;
  level: string | null;
  /** Handle of the associate. */
  assignee: string | null;
  customer: string | null;
  /** Address of the contact it is for. */
  requester: string;
  /** ISO 639-1 of the mails the requester gets. */
  language: string;
  channel: 'email' | 'phone' | 'social' | 'chat' | 'portal';
  /** The mailbox it came in by, null where none is named. */
  mailbox: string | null;
  team: string | null;
  /** Epoch ms, like every instant. */
  opened: number;
  updated: number;
  closed: number | null;
  tags: readonly string[];
  /** What the configuration or a command adds to a ticket, by name. */
  fields: Readonly<Record<string, string>>;
  /** While it is paused: when it wakes by itself, null where only a person wakes it. */
  pausedUntil: number | null;
  /** Deleted then; kept for 30 days. */
  deleted: number | null;
  /** It lives on in that one; only where it was merged. */
  mergedInto?: TicketNo;
  /** The ticket with the root cause; only where it hangs on one. */
  master?: TicketNo;
};

/** The other tickets that one has to do with. */
export type Kin = {
  /** Somebody, or the desk, noted that they belong together. */
  links: readonly TicketNo[];
  /** They live on in this one. */
  merged: readonly TicketNo[];
  /** They hang on this one, which is their root cause. */
  hanging: readonly TicketNo[];
};

/** A sender whose mail is kept and counted, and nothing else. */
export type Block = {
  /** An address or a domain. */
  sender: string;
  /** Null: for good. */
  until: number | null;
};

/** What a step may change of a ticket; `updated` follows by itself. */
export type TicketChange = Partial<Omit<Ticket, 'number' | 'opened' | 'updated' | 'mergedInto' | 'master'>>;

export type Participant = { address: string; name: string; role: 'requester' | 'cc' | 'watcher' };

/** An entry on a ticket: a mail that came in, one that goes out, or an internal note. */
export type TicketMessage = {
  id: EntryId;
  ticket: TicketNo;
  direction: 'in' | 'out' | 'note';
  /**
   * `held`: kept where staff see it, its sender not proved or its commands refused; nothing of it was applied or sent.
   * `dropped`: was held or delayed, and its author does not want it.
   */
  status: 'filed' | 'held' | 'dropped';
  /** Handle of the proved author, who may `[send]` or `[drop]` it; only of held ones. */
  draft?: string;
  messageId: MessageId | null;
  from: Address;
  to: readonly string[];
  at: number;
  subject: string;
  text: string;
  visibleText: string;
  attachments: readonly Attachment[];
  /** Of the raw mail, null for what the desk wrote. */
  sha256: Sha256 | null;
};
export type NewMessage = Omit<TicketMessage, 'id' | 'ticket'>;
export type EntryChange = Partial<Pick<TicketMessage, 'direction' | 'status' | 'messageId' | 'to' | 'visibleText'>> & {
  /** Whose draft it is, null: nobody's any more. */
  draft?: string | null;
};

/** What an associate's mail did, so that `undo` can take it back. */
export type Undo = {
  /** As it was written, for the receipt. */
  commands: string;
  /** Of the ticket's values: before, and after. */
  was: TicketChange;
  set: TicketChange;
  /** Takes back what is no value of the ticket. */
  back: readonly Effect[];
  /** Mails to customers that it caused. */
  mails: readonly MessageId[];
};
export type KeptUndo = Undo & {
  id: UndoId;
  at: number;
  /** Of those mails, what has become of each. */
  states: ReadonlyMap<MessageId, { to: string; state: OutboxState }>;
};

/** What an associate chose for themselves by mail. */
export type Preferences = { receipts: boolean; awayUntil: number | null; awayTo: string | null };

/** One of us, as `assign auto` looks at them. `digestsOff`: mails that come again and again and that they want no more. */
export type Colleague = { handle: string; open: number; urgent: number; digestsOff: readonly string[] } & Preferences;

/** Hours of work on a ticket; minor units where a rate is named. */
export type TimeEntry = {
  handle: string;
  minutes: number;
  kind: string;
  rate: { amount: number; currency: string } | null;
  at: number;
};

export type Contact = {
  address: string;
  name: string;
  customer: string | null;
  language: string | null;
  /** Has been proved at E1 or better at least once, or stands in customers.yaml. */
  known: boolean;
  /** Mail to this address failed for good then, and none has come from it since. */
  bounced?: { at: number; why: string };
  /** 0:00 UTC of the day that their last vacation note named as its end. */
  awayUntil?: number;
};

/** Who did something. The store keeps an id, never the address or handle itself, so that the journal can outlive `forget`. */
export type Actor = { kind: 'desk' } | { kind: 'associate'; handle: string } | { kind: 'contact'; address: string };

export type JournalRow = {
  at: number;
  /** As shown: `desk`, a handle, or an address. */
  actor: string;
  event: string;
  /** The raw mail that caused it. */
  evidence: MessageId | null;
  data: Readonly<Record<string, unknown>>;
};

export type Outcome = 'created' | 'appended' | 'commanded' | 'bounced' | 'ignored' | 'held' | 'duplicate';

/** How a mail reached us. */
export type Source =
  | { kind: 'imap'; mailbox: string; folder: string; uidValidity: string; uid: number }
  | { kind: 'smtp' | 'lmtp' | 'pipe'; mailbox: string | null };

/** A row of the mail ledger. `received`: durable, not yet understood. `decided`: T2 is durable. `closed`: filed on the server too. */
export type Arrival = {
  id: ArrivalId;
  source: Source;
  sha256: Sha256;
  size: number;
  envelope: Envelope | null;
  /** Handle proved by SMTP AUTH on our listener. */
  authUser: string | null;
  receivedAt: number;
  state: 'received' | 'decided' | 'closed';
  attempts: number;
  outcome: Outcome | null;
  ticket: TicketNo | null;
  why: string;
  messageId: MessageId | null;
  /** Taken by `import`: never acknowledged. */
  imported: boolean;
  /** A person vouched for it after it was held: it is taken once more, with that said. */
  lift?: Lift;
};

/** A mail that is held until the person it names says, from their registered address, that it is theirs. */
export type Confirmation = {
  id: ConfirmationId;
  handle: string;
  arrival: ArrivalId;
  ticket: TicketNo | null;
  /** What it asks for, as written; never its text. */
  commands: readonly string[];
  /** Which mail of ours asked for it, null while it waits for its turn: one is open per person. */
  asked: number | null;
  created: number;
  expires: number;
  state: 'open' | 'confirmed' | 'refused';
};

/** `admitted`: an associate let it in. `confirmed`: its sender answered from the registered address that it is theirs (E4). */
export type Lift = { kind: 'admitted' | 'confirmed'; by: string };
