import { agreedOn } from '../calendar/agree.ts';
import { isSame } from '../workflow/people-of.ts';
import type { AnswerWord } from '../workflow/workflow.ts';
import { isNo } from './answer-words.ts';
import type { Ask, Asked } from './ask.ts';

/**
 * What a question comes to once somebody said this, with all that counted before: null while others have to say it too. A no of
 * one is a no.
 */
export function settledBy(
  { need, of, given }: Pick<Ask, 'need' | 'of' | 'given'>,
  by: Asked,
  answer: AnswerWord,
  value = '',
): AnswerWord | null {
  if (isNo(answer) || need !== 'all') return answer;
  if (value !== '' && answer === 'accept') return agreedOn({ need, of, given }, by, value) === null ? null : answer;
  const said = given.filter((one) => one.state === 'counted' && one.answer === answer).map((one) => one.by);
  return of.every((one) => isSame(one, by) || said.some((other) => isSame(one, other))) ? answer : null;
}
