import type { CommandClass } from '../authenticate/rules.ts';
import { type AnswerWord, closed, type Step, type Workflow } from '../workflow/workflow.ts';
import { isNo } from './answer-words.ts';

type Process = Pick<Workflow, 'steps' | 'asks'>;

/** Whether a yes to this question is the end of its ticket. */
export const endsTicket = (of: Process, ask: string): boolean =>
  firedBy(of, ask, 'confirm').some(({ to }) => to.kind === 'state' && to.state === closed);

/**
 * How much harm a forged answer would do (RELIABILITY 5.2): a yes to money, to what goes live or to the end of a ticket is an
 * approval; a no, an opinion or a date can be mended.
 */
export function answerClass(of: Process, ask: string, answer: AnswerWord): CommandClass {
  if (isNo(answer)) return 'C1';
  if (answer === 'approve' || answer === 'validate') return 'C5';
  if (answer !== 'confirm' && answer !== 'accept') return 'C1';
  const about = of.asks[ask]?.about ?? null;
  const costs = firedBy(of, ask, answer).some(({ charges }) => charges.length > 0);
  const binds = about === 'quote' || about === 'fee' || about === 'exception';
  return costs || binds || (answer === 'confirm' && endsTicket(of, ask)) ? 'C5' : 'C1';
}

const firedBy = ({ steps }: Process, ask: string, answer: AnswerWord): Step[] =>
  steps.filter(({ trigger }) => trigger.kind === 'answer' && trigger.ask === ask && trigger.answer === answer);
