import type { ArrivalId, AskId, MessageId, TicketNo } from '../ids.ts';
import type { AnswerWord, AskPlan } from '../workflow/workflow.ts';

/** A question that was put to people on a ticket, and what they said. */
export type Ask = {
  id: AskId;
  ticket: TicketNo;
  /** Its name in the process. */
  ask: string;
  /** How often it was put on this ticket, this time included. */
  round: number;
  /** `withdrawn`: asked anew, or the ticket went on without it. */
  state: 'open' | 'answered' | 'expired' | 'withdrawn';
  about: About | null;
  of: readonly Asked[];
  answers: readonly AnswerWord[];
  need: AskPlan['need'];
  /** Epoch ms, like every instant. */
  asked: number;
  expires: number | null;
  /** When each reminder is due, those that went out left out; empty: nothing more will be said (`silent`). */
  reminds: readonly number[];
  /** Our mails that ask it, reminders too: an answer to one of them answers this. */
  mails: readonly MessageId[];
  given: readonly Given[];
};

/** One revision of what is decided: an answer to another revision decides nothing. */
export type About = { kind: NonNullable<AskPlan['about']>; id: number; revision: number; hash: string };

export type Asked = { kind: 'contact'; address: string } | { kind: 'associate'; handle: string };

/** What somebody said. `via`: how it came where it was not by their own mail; `recordedBy` wrote it down then. */
export type Given = {
  by: Asked;
  answer: AnswerWord;
  at: number;
  /** The mail it stands in. */
  evidence: ArrivalId | null;
  via: 'mail' | 'phone' | 'chat' | 'meeting' | 'staff';
  recordedBy: string | null;
  /** Their reason or comment. */
  words: string;
};
