import type { StepText } from '../../workflow/process-words.ts';
import type { Words } from '../letter-data.ts';
import type { Action, CustomerState, Thread } from '../template-data.ts';

/** What the mails of a process are told: a few templates, which take their words from the language files of the process. */
export type StepTemplates = {
  /** Something happened on a customer's ticket. */
  told: Thread & Words & News & CustomerState;
  /** Likewise, and their answer is wanted. */
  asked: Thread & Words & News & CustomerState & { asks: readonly AskShown[] };
};

/** `lead` gives the mail its title; null where the process says nothing. `also`: what else it says to the same reader. */
export type News = { lead: StepText | null; also: readonly StepText[] };

/** A question, and how it is answered. */
export type AskShown = {
  says: StepText;
  actions: readonly Action[];
  /** Who else is asked, by name. */
  others: readonly string[];
  /** `one` yes is enough, `all` must say it, or whoever is `first` decides. */
  need: 'one' | 'all' | 'first';
  /** '' where it never expires. */
  until: string;
  reminds: boolean;
};
