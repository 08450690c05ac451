import type { Action } from '../answer/template-data.ts';
import type { AnswerWord, Workflow } from '../workflow/workflow.ts';
import { endsTicket } from './answer-class.ts';
import { keywordFor } from './answer-words.ts';
import type { NewAsk } from './open-ask.ts';

/** A button: what it answers, and the mail that it opens. Its label is the caller's. */
export type AnswerLink = { answer: AnswerWord; value: string; action: Omit<Action, 'label'> };

/**
 * The links that answer a question, for one reader: each opens a mail to an address made for them and this question, with the
 * word as its first line. What is answered in more words than one has none.
 *
 * @param on the thread's subject as it is shown, the reader's language, and how many times there are to choose from
 */
export function answerLinks(
  ask: Pick<NewAsk, 'id' | 'ask' | 'round' | 'about' | 'answers' | 'expires'>,
  workflow: Pick<Workflow, 'asks' | 'steps'>,
  on: { subject: string; language: string; choices: number },
): AnswerLink[] {
  const ends = endsTicket(workflow, ask.ask);
  const which = `${ask.ask} ${ask.about?.revision ?? ask.round}`;
  const link = (answer: AnswerWord, value: string, line: string): AnswerLink => ({
    ...{ answer, value },
    action: {
      href: '',
      command: '',
      subject: `${on.subject} · ${line} (${which})`,
      answers: { ask: ask.id, until: ask.expires },
      line,
      alike: value !== '',
    },
  });
  return ask.answers.flatMap((answer): AnswerLink[] => {
    if (answer === 'rate') return ['1', '2', '3', '4', '5'].map((figure) => link(answer, figure, figure));
    if (answer === 'accept' && on.choices > 1) return upTo(on.choices).map((number) => link(answer, number, number));
    if (answer === 'reply' || answer === 'filled' || answer === 'partly') return [];
    return [link(answer, '', keywordFor(answer, on.language, ends))];
  });
}

/** `1`, `2`, … */
const upTo = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at + 1));
