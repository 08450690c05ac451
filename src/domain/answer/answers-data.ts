import type { Why } from '../ask/judge-answers.ts';
import type { Action, Thread } from './template-data.ts';

/** What the mails are told that come of answers which did not decide at once. */
export type AnswerTemplates = {
  /**
   * Whether an answer is theirs; `by`: somebody else gave it, `via`: it was noted of a call or the like, '' where it came by a mail
   * in their own name; `host`: '' where unknown.
   */
  'confirm-answer': Thread & { answer: string; by: string; via: string; at: string; host: string; actions: readonly Action[] };
  /** Why what looked like an answer decided nothing. `until`: when it had been due; `others`: who may approve it; each '' or [] elsewhere. */
  'not-counted': Thread & { why: Why; until: string; others: readonly string[]; actions: readonly Action[] };
};
