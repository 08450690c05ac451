import { askShown } from '../answer/flow/ask-shown.ts';
import { readerOf } from '../answer/flow/reader.ts';
import { standingFor } from '../answer/flow/standing-for.ts';
import { stepValues } from '../answer/flow/step-values.ts';
import type { Shown } from '../answer/flow/telling.ts';
import type { Unasked } from '../answer/notify-woken.ts';
import { customerThread, threadData, toAssociate, toContact } from '../answer/outgoing.ts';
import { timeFor } from '../answer/time-for.ts';
import type { Ask, Asked } from '../ask/ask.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { askedWords } from './asked-words.ts';
import type { Due } from './due.ts';

/** Asks somebody once more who has not answered, with the same question and the same ways to answer it. */
export function remind(
  desk: Unasked,
  scene: TicketScene,
  { ask, whom, isLast, keys }: Extract<Due, { kind: 'remind' }>,
): Effect[] {
  const mails = reminder({ ...desk, scene, was: null, by: { kind: 'desk' } }, ask, whom, isLast);
  const { number: ticket } = scene.ticket;
  const to = whom.kind === 'associate' ? { data: { to: whom.handle } } : { words: { to: whom.address } };
  return [
    { act: 'mark-done', ticket, keys },
    { act: 'remind-ask', ask: ask.id, reminds: ask.reminds, mails: mails.flatMap(idOf) },
    {
      ...{ act: 'journal', ticket, actor: { kind: 'desk' }, event: 'reminded' },
      ...to,
      data: { ask: ask.ask, round: ask.round, last: isLast, ...to.data },
    },
    ...mails,
  ];
}

const idOf = (effect: Effect) => (effect.act === 'queue-mail' ? [effect.mail.messageId] : []);

function reminder(shown: Shown, ask: Ask, whom: Asked, last: boolean): Effect[] {
  const { scene, settings } = shown;
  const { ticket } = scene;
  const reader = readerOf(whom, shown);
  if (reader === null) return [];
  const left = { ...ask, reminds: last ? [] : ask.reminds };
  const question = askShown(left, whom, reader, stepValues(shown, reader), shown);
  const { status } = standingFor(scene, reader, settings.desk);
  const asked = timeFor(ask.asked, reader, settings.desk);
  const words = reader.kind === 'ours' ? '' : askedWords(ask, scene, settings.forms, reader.language);
  const says = {
    ...threadData(shown, ticket),
    lead: null,
    question: question.says,
    asks: [question],
    status,
    asked,
    words,
    last,
  };
  const common = { ticket, template: 'reminded', automatic: 'auto-generated' } as const;
  if (reader.kind === 'ours') return toAssociate(shown, reader.person, { ...common, data: { ...says, ours: true } });
  const { to, language } = reader;
  return toContact(shown, { ...common, to, language, thread: customerThread(scene), data: { ...says, ours: false } });
}
