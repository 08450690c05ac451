import type { Ask, Asked } from '../../ask/ask.ts';
import { type Saying, say } from '../../saying.ts';
import type { AnswerWord } from '../../workflow/workflow.ts';

/** Who answered what, for those inside: `jane@globex.example: Approve (offer)`, the answer as its button has it. */
export const saidAnswer = (who: string, answer: AnswerWord, { ask }: Pick<Ask, 'ask'>, process: string): Saying =>
  say`${who}: ${{ label: `asks.${ask}.answers.${answer}`, process }} (${ask})`;

/** The address or handle of somebody who was asked. */
export const shownAsked = (one: Asked): string => (one.kind === 'associate' ? one.handle : one.address);
