import type { Via } from '../../ask/ask.ts';
import type { ShownOffer } from '../../quote/show-offer.ts';
import type { Part, Saying } from '../../saying.ts';
import type { StepText } from '../../workflow/process-words.ts';
import type { Words } from '../letter-data.ts';
import type { Action, CustomerMail, CustomerState, Fact, Thread } from '../template-data.ts';

/** What the mails of a process are told: a few templates, which take their words from the language files of the process. */
export type StepTemplates = {
  /** Something happened on a customer's ticket. */
  told: Thread & Words & News & CustomerState;
  /** Likewise, and their answer is wanted. */
  asked: Thread & Words & News & CustomerState & Questions;
  /** Likewise, about an offer, which stands in it and comes as a PDF. */
  offered: Thread & Words & News & CustomerState & Questions & { offer: ShownOffer };
  /** Times to talk: proposed, agreed, or off. An invitation goes with it where there is one time to put into a calendar; `ours`: one of us reads it. */
  invited: Thread & Words & News & CustomerState & Questions & { meeting: MeetingShown; ours: boolean };
  /** Nobody answered in time: what was asked is over, and nothing was decided. */
  lapsed: Thread & Words & News & CustomerState;
  /** The ticket ended by its process: what the customer keeps of it. */
  'closing-record': Thread & Words & News & CustomerState & Questions & ClosingRecord;
  /** Somebody outside, or one of us (`ours`), was asked at `asked` and has not answered; `last`: nothing more will be said. */
  reminded: Thread &
    Questions &
    Pick<CustomerState, 'status'> & {
      lead: null;
      asked: string;
      /** What one of us wrote with the question, or what of a questionnaire is open; '' where nothing. */
      words: string;
      last: boolean;
      ours: boolean;
    };
  /**
   * One of us learns that a ticket moved: who moved it ('' where time did), from where, what came along. The customer's mail or
   * a colleague's words are there where one fired it. `soFar`: what is known of it, for whoever takes it up now.
   */
  'moved-on': Thread &
    CustomerMail &
    News &
    Questions & {
      by: string;
      was: Part;
      now: Part;
      moved: boolean;
      facts: readonly Fact[];
      soFar: readonly Fact[];
      noticed: readonly Saying[];
    };
};

/** `lead` gives the mail its title; null where the process says nothing. `also`: what else it says to the same reader. */
export type News = { lead: StepText | null; also: readonly StepText[] };

/** `question`: the first of them. */
export type Questions = { question: StepText | null; asks: readonly AskShown[] };

/** `hours`: by kind; `charges`: what is owed; `files`: names of what went to and fro. */
export type ClosingRecord = {
  timeline: readonly Milestone[];
  decisions: readonly { at: string; who: string; via: Via; answer: Part; says: StepText }[];
  hours: readonly Fact[];
  charges: readonly Fact[];
  solution: string;
  version: string;
  files: readonly string[];
};

/** `what`: which offer, of how much; `says`: which question. */
export type Milestone = {
  at: string;
  kind: 'opened' | 'first-answer' | 'asked' | 'offered' | 'closed';
  what: string;
  says: StepText | null;
};

/** A question, and how it is answered. */
export type AskShown = {
  says: StepText;
  /** None where only their own words answer it. */
  actions: readonly Action[];
  /** Who else is asked, by name. */
  others: readonly string[];
  /** `one` yes is enough, `all` must say it, or whoever is `first` decides. */
  need: 'one' | 'all' | 'first';
  /** Whether something waits for the answer: a rating is a favour. */
  decides: boolean;
  /** '' where it never expires. */
  until: string;
  reminds: boolean;
  /** Null where it is about no times to talk. */
  talk: TalkShown | null;
};

/** By the reader's own clock: `zone` names it, `place` is '' where nobody said; a single time is numbered 0. */
export type TalkShown = { times: readonly { number: number; text: string }[]; zone: string; place: string };

/** `proposed`: one time, to accept; `choose`: several. */
export type MeetingShown = TalkShown & { stands: 'proposed' | 'choose' | 'fixed' | 'off' };
