import type { Asked } from '../../ask/ask.ts';
import { ancestors } from '../../authenticate/verdict.ts';
import type { Decision, Effect } from '../../effect.ts';
import type { Person } from '../../settings.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { arrivedMessage } from '../message.ts';
import { tellInside } from './noticed.ts';
import { takeAnswers } from './take-answers.ts';

/** Whether the mail of one of us answers a question that the process put to them: by its link, or by its mail. */
export function answersAsk({ answering, mail }: Facts, { records }: TicketScene, { handle }: Person): boolean {
  const me: Asked = { kind: 'associate', handle };
  const cited = new Set(ancestors(mail));
  return records.asks.some(
    ({ id, of, mails }) =>
      of.some((one) => isSame(one, me)) &&
      ((answering?.by === 'link' && answering.ask === id) || mails.some((sent) => cited.has(sent))),
  );
}

/** Their answer, and what they say beside it, which stays inside whatever a plain reply of theirs would do. */
export function decideStaffAnswer(facts: Facts, scene: TicketScene, { handle }: Person): Decision {
  const { ticket } = scene;
  const taken = takeAnswers(facts, scene, { kind: 'associate', handle });
  const effects: Effect[] = [
    ...(facts.mail.messageId === null
      ? []
      : [{ act: 'learn-id', ticket: ticket.number, messageId: facts.mail.messageId } as const]),
    { act: 'add-message', ticket: ticket.number, message: arrivedMessage(facts, 'note', 'filed') },
    { act: 'journal', ticket: ticket.number, actor: { kind: 'associate', handle }, event: 'noted', data: { level: facts.level } },
    ...taken.effects,
    ...tellInside(facts, scene, taken),
  ];
  return { outcome: 'appended', ticket: ticket.number, why: 'answers a question of the process', effects };
}
