import { cut } from '../answer/quoted.ts';
import type { Ask } from '../ask/ask.ts';
import type { TicketScene } from '../decide/facts.ts';
import { openForm } from '../form/open-form.ts';
import { questionText } from '../form/question-text.ts';
import type { Forms } from '../form/questionnaire.ts';
import { removed } from '../redaction.ts';

/**
 * What a question asked beyond its own sentence, for whoever is reminded of it: of a questionnaire all that is open, else what
 * one of us wrote with it; '' where nobody did.
 */
export function askedWords(
  { mails, answers }: Pick<Ask, 'mails' | 'answers'>,
  { ticket, messages }: Pick<TicketScene, 'ticket' | 'messages'>,
  forms: Forms,
  language: string,
): string {
  const form = answers.includes('filled') ? openForm(forms, ticket) : null;
  if (form !== null) return questionText(form, language, form.open.length < form.questionnaire.questions.length);
  const ours = messages.find(
    ({ direction, status, messageId }) =>
      direction === 'out' && status === 'filed' && messageId !== null && mails.includes(messageId),
  );
  const text = ours?.visibleText.trim() ?? '';
  return text === removed ? '' : cut(text);
}
