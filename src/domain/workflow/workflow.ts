import type { Party } from '../ticket.ts';
import type { Typed } from './typed.ts';

/**
 * A support process as data: plain JSON, so that a ticket can keep the version it began with. Names are those of the YAML
 * file; what people read in place of them stands in the language files.
 */
export type Workflow = {
  name: string;
  /** First letters of the SHA-256 of all the rest, the same for the same process whatever the layout of its file. */
  version: string;
  /** Own names of the sides, each with the side it stands for. */
  parties: Readonly<Record<string, Audience>>;
  /** What its steps collect and set beside the ticket's own values. */
  fields: Readonly<Record<string, FieldKind>>;
  /** Items by the name of the checklist, in the order they are ticked off. */
  checklists: Readonly<Record<string, readonly string[]>>;
  /** Where a ticket begins: the first that holds. The last one needs nothing. */
  entries: readonly Entry[];
  asks: Readonly<Record<string, AskPlan>>;
  /** `closed` is not among them: every process ends there. */
  states: Readonly<Record<string, StatePlan>>;
  /** In the order of the file: of those that a trigger may fire, the first that holds does. */
  steps: readonly Step[];
  /** Where a customer's reply takes a closed ticket; null: to where it was before. */
  reopens: string | null;
  options: Options;
  /** How its names may be typed; only where the language files were read. */
  typed?: Typed;
};

export type Options = {
  /** A call is confirmed by mail before there is a ticket: of whom. */
  phoneConfirmation: 'all' | 'old' | 'none';
  /** Whether an approval that one of us wrote down counts at once, or once whoever gave it confirms it by mail. */
  recordedAnswers: 'count' | 'confirm';
  /** Whether an engineer's plain reply goes to the customer, and in which groups of states. */
  repliesToCustomer: readonly string[];
  /** Kinds of hours that are charged; null: all. */
  billable: readonly string[] | null;
};

/** The state that ends every process. */
export const closed = 'closed';

export type StatePlan = {
  stage: string | null;
  /** What customers read, by its key in the language files; null: the state's own. */
  status: string | null;
  /** States that share steps: a level. */
  group: string | null;
  waitsFor: Party;
  /** A clock of the service plan that runs here, such as `first_response`. */
  clock: string | null;
  /** And one of what an outside party owes us here; only where one is named. */
  theirClock?: string;
};

export type Entry = { needs: Guard; state: string } & Does;

/** A question that is put to people and waits for their answer. */
export type AskPlan = {
  of: readonly Audience[];
  answers: readonly AnswerWord[];
  /** How many of those asked must say the same for a yes; a no of one is a no. `first`: whoever answers first decides. */
  need: 'one' | 'all' | 'first';
  /** What is decided, where it is more than the words of the mail: the answer counts for that revision only. */
  about: 'quote' | 'fee' | 'invitation' | 'questionnaire' | 'exception' | 'satisfaction' | null;
  /** Waits after which those who have not answered are reminded, counted from the question: `3bd`. */
  remind: readonly string[];
  /** A wait, or the name of a field or record that has the date; null: it never expires. */
  expires: string | null;
};

/** `reply`: any message of theirs. `filled`, `partly`: a questionnaire with all or some of its answers. */
export type AnswerWord =
  | 'approve'
  | 'decline'
  | 'confirm'
  | 'reject'
  | 'validate'
  | 'accept'
  | 'reply'
  | 'filled'
  | 'partly'
  | 'rate';

/** What may fire a step. */
export type Trigger =
  /** A command of one of us; `word`: what its first word must be (`triage low`). */
  | { kind: 'command'; command: string; word: string | null }
  | { kind: 'answer'; ask: string; answer: AnswerWord }
  /** All reminders went out, and nobody answered. */
  | { kind: 'silent'; ask: string }
  | { kind: 'expired'; ask: string }
  /** A message of a side that answers nothing that was asked. */
  | { kind: 'reply'; of: Audience }
  /** Time in the state: a wait (`30d`, `5bd`), or the name of a field that holds one. */
  | { kind: 'after'; wait: string }
  /** None of us has written or done anything on it for so long. */
  | { kind: 'quiet'; wait: string }
  | { kind: 'event'; event: EventName }
  /** A clock of the plan ran out. */
  | { kind: 'breached'; clock: string }
  /** Hours used, in percent of those approved. */
  | { kind: 'used'; percent: number }
  /** As soon as the ticket stands there and what the step needs holds. */
  | { kind: 'enter' };

export type EventName = 'contract-renewed' | 'contract-expired' | 'bounced' | 'level-overdue';

export type Step = {
  /** Line of the file, for messages. */
  line: number;
  trigger: Trigger;
  /** States, with groups resolved. */
  from: readonly string[];
  to: { kind: 'state'; state: string } | { kind: 'same' } | { kind: 'back' };
  /** Who may: roles and levels of ours (`lead`, `L2`), sides outside (`approver`). Empty: whoever the trigger names. */
  by: readonly string[];
  needs: Guard;
  /** Names of fields that must come with the command; a trailing `?` in the file makes one optional. */
  collects: readonly { field: string; optional: boolean }[];
} & Does;

/** What a step or entry does beside moving the ticket. */
export type Does = {
  /** Values by field: a text, null to clear it, or a count to add. */
  sets: Readonly<Record<string, string | null | { add: number }>>;
  asks: readonly string[];
  tells: readonly Tell[];
  /** Kinds of what is owed from here on: `fee`, `quote`, or a kind of hours such as `analysis`. */
  charges: readonly string[];
};

/** A mail: to whom, and the key of its words in the language files. */
export type Tell = { to: Audience; text: string; when: Guard };

/** All must hold; each fact by name. */
export type Guard = Readonly<Record<string, Condition>>;

export type Condition =
  | { kind: 'is'; oneOf: readonly string[] }
  | { kind: 'not'; oneOf: readonly string[] }
  | { kind: 'present' }
  | { kind: 'absent' }
  | { kind: 'at-least' | 'at-most'; number: number };

export type FieldKind =
  | { kind: 'text' | 'number' | 'date' | 'duration' | 'money' | 'person' | 'times' | 'lines' }
  | { kind: 'choice'; values: readonly string[] };

/** Sides that are told and asked. Own names of a process stand for one of them. */
export const audiences = [
  ...['requester', 'customer', 'participants', 'approver', 'validator', 'spoc_theirs', 'users', 'stakeholders', 'waiting'],
  ...['owner', 'spoc_ours', 'team', 'staff', 'lead', 'engineer', 'manager', 'sales', 'operator', 'provider', 'relationship'],
  ...['L1', 'L2', 'L3'],
] as const;
export type Audience = (typeof audiences)[number];
