import type { Ask, Asked, Via } from '../../ask/ask.ts';
import type { CommandClass } from '../../authenticate/rules.ts';
import type { CalendarNews } from '../../calendar/calendar-news.ts';
import type { Effect } from '../../effect.ts';
import type { HandOut } from '../../handover/hand-out.ts';
import type { TicketNo } from '../../ids.ts';
import type { PeriodKind } from '../../report/period.ts';
import type { ReviewLetter } from '../../review/tell-review.ts';
import type { Saying } from '../../saying.ts';
import type { ContractSettings, Person, Role } from '../../settings.ts';
import type { ReckonedClock } from '../../sla/reckon.ts';
import type { Arrival, Participant, Ticket, TicketChange, TicketMessage } from '../../ticket.ts';
import type { Moved } from '../../workflow/moved.ts';
import type { AnswerWord, Workflow } from '../../workflow/workflow.ts';
import type { Facts, Lookups, Query, TicketList, TicketScene } from '../facts.ts';
import type { Word } from '../grammar/words.ts';

/** What a command may look at without a ticket. */
export type DeskScene = {
  actor: Person;
  settings: Facts['settings'];
  lookups: Lookups;
  /** What the mail says beside its commands. */
  text: string;
  /** Of the ticket in hand; null without one. */
  workflow: Workflow | null;
  /** A `!` after the name: the sender knows what stands in the way. */
  insists: boolean;
  now: number;
  /** SHA-256 of a text, in hex. */
  digest: Facts['digest'];
};

/** What a command may look at on a ticket. `ticket` and `participants` are as the commands before it in the same mail left them. */
export type Scene = DeskScene &
  Pick<TicketScene, 'ticket' | 'participants' | 'requester' | 'messages' | 'journal' | 'undo' | 'workflow' | 'records'> & {
    /** Until when the sender can know what happened here; what a colleague changed after is not overwritten unasked. */
    seen: number;
    newId: Facts['newId'];
  };

/** `reach`: where somebody without an address is called, or written to; '' where their address does. */
export type Opening = { address: string; reach: string; name: string; channel: 'email' | 'phone' | 'social'; insists: boolean };

/** What the mail's own text is to become. */
export type TextUse = 'reply' | 'note';

/** Mail that a command asks for besides receipt and notifications. */
export type Request = 'closed' | 'reopened' | 'put-back' | 'status' | 'help';

/** What a command reads, for the one mail that goes back. */
export type Answer =
  | { kind: 'explain'; command: Command }
  | { kind: 'history' }
  | { kind: 'report'; period: PeriodKind }
  | { kind: 'why'; mail: Arrival }
  /** `command`: what sends it; '': it is sent now. */
  | { kind: 'review'; letter: ReviewLetter; command: string }
  /** `tried`: by another plan than that of its customer. */
  | { kind: 'sla'; plan: string; tried: boolean; clocks: readonly ReckonedClock[] }
  | { kind: 'list'; what: ListKind; said: string; list: TicketList };

/** What a list holds: by one of its names, by a search, or by a search that comes with a file. */
export type ListKind = 'mine' | 'open' | 'unassigned' | 'breached' | 'held' | 'query' | 'found';

export type Deed =
  | {
      kind: 'done';
      set?: TicketChange;
      /** For the journal, in the past tense: `assigned`. Left out where nothing changed. */
      event?: string;
      /** For the journal; handles and values, never addresses or text. */
      data?: Readonly<Record<string, unknown>>;
      /** For the journal too, as long as it may be kept: a reason in somebody's words. */
      words?: Readonly<Record<string, unknown>>;
      /** What is done beside changing values of the ticket, and what takes that back (`undo`). */
      effects?: readonly Effect[];
      back?: readonly Effect[];
      /** For the receipt: `nobody → maria`. */
      change: Saying;
      text?: TextUse;
      /** What a step of the process came to; `set` has what it changes of the ticket. */
      moved?: Moved;
      /** The process that the ticket follows from here on; no step of either beside it. */
      follows?: Workflow;
      /** Whatever step of the process the command fires elsewhere: not this time. */
      takesNoStep?: true;
      /** Words that are for the step that it fires. */
      behind?: readonly Word[];
      /** What calendars are told with it. */
      calendars?: readonly CalendarNews[];
      /** The mail's text without what became values of fields. */
      leaves?: string;
      /** The text is for us where nobody says otherwise, or for those outside. */
      textIsFor?: TextUse;
      /** A held text that goes to the customer now. */
      releases?: TicketMessage;
      asks?: Request;
      /** What was noted of a call or the like: whoever it is said to be of confirms it by mail. */
      confirms?: { ask: Ask; to: Asked; answer: AnswerWord; via: Via };
      answer?: Answer;
      /** What goes to an outside party. */
      handsOut?: HandOut;
      /** A contract that runs from now on as it says here: tickets of that customer are looked at again at once. */
      renews?: { customer: string; contract: ContractSettings };
      /** For whom a ticket is opened; only without one. */
      opens?: Opening;
      /** What the next holder should know, in the sender's words. */
      handover?: string;
      /** The ticket that what the sender writes next lands on: there they take this back. */
      livesOn?: TicketNo;
      /** A mail that is news on another ticket, `was` before (null: it opened it); its people hear of it. */
      arrives?: { ticket: Ticket; participants: readonly Participant[]; mail: TicketMessage; was: Ticket | null };
    }
  | {
      kind: 'refused';
      problem: Saying;
      expected: Saying | '';
      /** The word at fault, where one is. */
      word?: Word;
      /** Right forms, nearest first. */
      suggestions: readonly string[];
      /** What the mail of the first of them has ready to be filled in. */
      form?: string;
    };

/** A command's whole declaration. Grammar, help, links and documentation read this row and no other. */
export type Command = {
  name: string;
  /** Its names in the shipped languages; English counts always. */
  translations: Readonly<Record<'es' | 'de' | 'fr' | 'pt', readonly string[]>>;
  /** As help shows it: `WHO`, `["reason"]`, '' for none. */
  args: string;
  roles: readonly Role[];
  class: CommandClass;
  help: Saying;
  /** May stand in place of the title (place 2 of COMMANDS.md). */
  inTitle: boolean;
  /** A step of a process and nothing else: who may depends on where the ticket stands. */
  isVerb?: true;
  /** Stands beside no other such command in one mail: each of them settles what becomes of the ticket. */
  alone?: true;
  /** What it must know of the store beside the tickets and addresses that its words name. */
  reads?(words: readonly Word[], on: { actor: Person; ticket: TicketNo | null; scene: TicketScene | null }): Query | null;
  /** What it does without a ticket, where it can. */
  anywhere?(words: readonly Word[], scene: DeskScene): Deed;
  /** Whether it makes sense in this state: what notifications offer. */
  fits(ticket: Ticket): boolean;
  perform(words: readonly Word[], scene: Scene): Deed;
};

/** Those inside, and outside parties on what was handed to them. */
export const withOutsiders: readonly Role[] = ['associate', 'lead', 'engineer', 'sales', 'manager', 'admin', 'operator'];

/** Everybody inside who works on tickets; operators are outside parties. */
export const insiders: readonly Role[] = ['associate', 'lead', 'engineer', 'sales', 'manager', 'admin'];
