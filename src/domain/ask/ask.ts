import type { Proof } from '../evidence-chain.ts';
import type { ArrivalId, AskId, MessageId, TicketNo } from '../ids.ts';
import type { KeptUndo, Undo } from '../ticket.ts';
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
  /** When reminders are due, as they were planned when it was put: the soonest first. */
  reminds: readonly number[];
  /** Our mails that ask it, reminders too: an answer to one of them answers this. */
  mails: readonly MessageId[];
  /** In the order they came. */
  given: readonly Given[];
};

/** One revision of what is decided: an answer to another revision decides nothing. */
export type About = { kind: NonNullable<AskPlan['about']>; id: number; revision: number; hash: string };

export type Asked = { kind: 'contact'; address: string } | { kind: 'associate'; handle: string };

/** What somebody said. `via`: how it came where it was not by their own mail; `recordedBy` wrote it down then. */
export type Given = {
  by: Asked;
  answer: AnswerWord;
  /** The figure of a rating, or why it was refused; '' for all else. */
  value: string;
  at: number;
  /** The mail it stands in. */
  evidence: ArrivalId | null;
  via: Via;
  recordedBy: string | null;
  /** Their reason or comment. */
  words: string;
  /**
   * Only what is `counted` decides. `unconfirmed`: they are asked whether it is theirs; `disowned`: they say that it is not;
   * `refused`: it could not count, and `value` says why; `undone`: one of us took it back.
   */
  state: 'counted' | 'unconfirmed' | 'disowned' | 'refused' | 'undone';
  /** Until when an unconfirmed one may be confirmed. */
  until: number | null;
  /** How one of us takes it back; only where it was a no whose sender was not proved. */
  undo?: AnswerUndo;
};

/** `states`: of the mails to customers that it caused, what has become of each. */
export type AnswerUndo = Undo & Pick<KeptUndo, 'states'>;

export type Via = 'mail' | 'phone' | 'chat' | 'meeting' | 'staff';

/** What a decision about an answer rested on, as its decider knows it; the store adds the mail and its report. */
export type NewProof = Omit<Proof, 'at' | 'by' | 'recordedBy' | 'raw' | 'report'> & { by: Asked; recordedBy: string | null };

export type AskEffect =
  | { act: 'open-ask'; ask: Omit<Ask, 'state' | 'given'> }
  /** It is over; nothing where it was over already. */
  | { act: 'settle-ask'; ask: AskId; state: Exclude<Ask['state'], 'open'> }
  /** It waits for answers again: what took it back was undone. */
  | { act: 'reopen-ask'; ask: AskId }
  /** When reminders are due from now on, and mails of ours that put the question once more. */
  | { act: 'remind-ask'; ask: AskId; reminds: readonly number[]; mails: readonly MessageId[] }
  /** Takes the place of what they said before on this question and did not confirm. The mail in hand is its evidence. */
  | { act: 'answer-ask'; ask: AskId; given: Omit<Given, 'at' | 'evidence' | 'undo'> }
  /** What was written down was not said after all: the question waits again. */
  | { act: 'undo-answer'; ask: AskId; by: Asked }
  /** How what they just answered is taken back. */
  | { act: 'keep-answer-undo'; ask: AskId; by: Asked; undo: Undo }
  /** They said whether an unconfirmed answer is theirs. */
  | { act: 'settle-answer'; ask: AskId; by: Asked; state: 'counted' | 'disowned' }
  /** One more row of the evidence chain. */
  | { act: 'keep-proof'; proof: NewProof };

export type AskReads = {
  /** All that were ever put on a ticket, the oldest first. */
  asks(ticket: TicketNo): Promise<readonly Ask[]>;
  ask(id: AskId): Promise<Ask | null>;
  /** The number of the next one. */
  nextAsk(): Promise<AskId>;
};
