import type { AddressClaim, ClaimSide } from './address-claim.ts';
import type { AskEffect } from './ask/ask.ts';
import type { AttentionEffect } from './attention/notice.ts';
import type { Trust } from './authenticate/trust.ts';
import type { TalkEffect } from './calendar/talk.ts';
import type { Call } from './call.ts';
import type { Coverage } from './contract/coverage.ts';
import type { Exception } from './contract/exception.ts';
import type { DigestEffect } from './digest/digest.ts';
import type { CustomerDetails, Renewal } from './directory/directory.ts';
import type { DueEffect } from './due/due-store.ts';
import type { ArrivalId, ClaimId, ConfirmationId, EntryId, MessageId, OutboxId, TicketNo, UndoId } from './ids.ts';
import type { NewOutboxRow } from './outbox.ts';
import type { ChargeEffect } from './quote/charge.ts';
import type { QuoteEffect } from './quote/quote.ts';
import type { Redaction } from './redaction.ts';
import type { ContractSettings, CustomerContact } from './settings.ts';
import type {
  Actor,
  Confirmation,
  EntryChange,
  Lift,
  NewMessage,
  Outcome,
  Participant,
  Preferences,
  Ticket,
  TicketChange,
  TimeEntry,
  Undo,
} from './ticket.ts';

/** Everything a decision may ask for, as data. Only step 7 carries it out, in one transaction, in order. */
export type Effect =
  | AskEffect
  | QuoteEffect
  | TalkEffect
  | ChargeEffect
  | DueEffect
  | DigestEffect
  | AttentionEffect
  | { act: 'keep-contact'; address: string; name: string; customer: string | null; language: string | null; proved: boolean }
  /** A customer that `customers.yaml` does not know. */
  | { act: 'keep-account'; id: string; name: string }
  /** A customer, and one of its people, with all that an import says of them. */
  | { act: 'keep-customer'; customer: CustomerDetails }
  | { act: 'keep-person'; customer: string; contact: CustomerContact }
  /** New or old, by an associate's word; null: by the rule. */
  | { act: 'keep-standing'; customer: string; said: 'new' | 'old' | null }
  /** What matters to a customer most, in place of what was on record. */
  | { act: 'keep-priorities'; customer: string; priorities: readonly string[] }
  | { act: 'keep-contract'; customer: string; contract: ContractSettings }
  | { act: 'drop-contract'; number: string }
  | { act: 'keep-renewal'; renewal: Renewal }
  | { act: 'drop-renewal'; renewal: Renewal }
  /** What a look at the customer's contracts came to. */
  | { act: 'keep-coverage'; ticket: TicketNo; coverage: Coverage }
  | { act: 'keep-exception'; exception: Exception }
  | { act: 'drop-exception'; exception: Exception }
  | { act: 'open-ticket'; ticket: Ticket }
  | { act: 'change-ticket'; ticket: TicketNo; set: TicketChange }
  | { act: 'add-participant'; ticket: TicketNo; participant: Participant }
  | { act: 'remove-participant'; ticket: TicketNo; address: string }
  | { act: 'add-message'; ticket: TicketNo; message: NewMessage }
  | { act: 'change-entry'; entry: EntryId; set: EntryChange }
  /** A Message-ID that will route replies to this ticket: ours, or a foreign one learnt from a mail at E1 or better. `cited`: it only answers that id. */
  | { act: 'learn-id'; ticket: TicketNo; messageId: MessageId; cited?: true }
  /** The entry stands on `ticket` from now on, and whoever answers its mail writes to that one, whatever else they cite. */
  | { act: 'move-entry'; entry: EntryId; ticket: TicketNo }
  /** What an outside party calls a ticket of ours. */
  | { act: 'learn-their-number'; handle: string; number: string; ticket: TicketNo }
  | { act: 'link-tickets'; ticket: TicketNo; to: TicketNo; why: string }
  | { act: 'unlink-tickets'; ticket: TicketNo; to: TicketNo }
  /** Mails to `ticket` belong to `into` from now on; null: to itself again. */
  | { act: 'merge-ticket'; ticket: TicketNo; into: TicketNo | null }
  /** `on` is the root cause of `ticket`; null: none is. */
  | { act: 'hang-ticket'; ticket: TicketNo; on: TicketNo | null }
  /** Mail from this address or domain is kept, counted and left; until then, or for good. */
  | { act: 'block-sender'; sender: string; until: number | null }
  | { act: 'unblock-sender'; sender: string }
  /** `data` is for good: handles, values, numbers. `words` are what somebody typed, addresses too, kept where they can be erased. */
  | {
      act: 'journal';
      ticket: TicketNo | null;
      actor: Actor;
      event: string;
      data: Readonly<Record<string, unknown>>;
      words?: Readonly<Record<string, unknown>>;
    }
  | { act: 'queue-mail'; mail: NewOutboxRow }
  /** Those of them that have not left yet never will. */
  | { act: 'cancel-mails'; mails: readonly MessageId[] }
  /** What this mail said was not said, where it was called off before it left. */
  | { act: 'unsay'; messageId: MessageId }
  /** What `handle` can take back by `undo`. */
  | { act: 'keep-undo'; ticket: TicketNo; handle: string; undo: Undo }
  | { act: 'undone'; undo: UndoId }
  | { act: 'prefer'; handle: string; set: Partial<Preferences> }
  | { act: 'keep-time'; ticket: TicketNo; time: TimeEntry }
  | { act: 'drop-time'; ticket: TicketNo; time: TimeEntry }
  /** The mail in hand waits for its sender's word; `asked` counts the mails that ask (see `Confirmation`). */
  | { act: 'ask-confirmation'; confirmation: Pick<Confirmation, 'handle' | 'ticket' | 'commands' | 'asked' | 'expires'> }
  | { act: 'settle-confirmation'; confirmation: ConfirmationId; to: Partial<Pick<Confirmation, 'state' | 'asked' | 'expires'>> }
  /** Whether an address is an associate's too: asked, and answered by one of the two who are. */
  | { act: 'ask-address'; claim: ClaimId; handle: string; address: string; name: string; expires: number }
  | { act: 'answer-address'; claim: ClaimId; by: ClaimSide; state: AddressClaim['state'] }
  /** Out of the ticket for good, and the stored mails that had it are erased. */
  | { act: 'redact'; ticket: TicketNo; what: Redaction }
  /** What was written on them is gone for good: numbers, journals and the count of their mails stay, what answers rest on where it is kept. */
  | { act: 'purge'; tickets: readonly TicketNo[]; keeps?: 'evidence' }
  | { act: 'keep-call'; call: Call }
  /** Its answer made that ticket. */
  | { act: 'call-answered'; call: MessageId; ticket: TicketNo | null }
  /** A held mail is taken once more, and what was held of it leaves its ticket. */
  | { act: 'retake'; arrival: ArrivalId; lift: Lift }
  /** What is known of a border of ours from now on. */
  | { act: 'keep-trust'; trust: Trust }
  /** A mail of ours came back for good, or was refused. */
  | { act: 'mark-bounced'; outbox: OutboxId; diagnostic: string }
  /** Mail to this address fails; a mail that comes from it says that it works again (`keep-contact`). */
  | { act: 'mark-address'; address: string; why: string }
  /** A vacation note of theirs says until when they are away. */
  | { act: 'keep-away'; address: string; until: number };

/** What was decided about one mail, and why, before anything is written. */
export type Decision = {
  outcome: Outcome;
  ticket: TicketNo | null;
  why: string;
  effects: readonly Effect[];
};
