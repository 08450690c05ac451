import { customerThread, threadData, threadOf, toAssociate, toContact } from '../../answer/outgoing.ts';
import type { Action } from '../../answer/template-data.ts';
import { timeFor } from '../../answer/time-for.ts';
import { answerLinks } from '../../ask/answer-actions.ts';
import { thoseWhoMay } from '../../ask/approval-limit.ts';
import type { Ask, Asked } from '../../ask/ask.ts';
import { isOpen, type Refused, type Why } from '../../ask/judge-answers.ts';
import { talkAbout } from '../../calendar/talk.ts';
import type { Effect } from '../../effect.ts';
import { tagOf, threadSubject } from '../../match/subject-tag.ts';
import { priceOf } from '../../quote/offered.ts';
import { type Saying, say } from '../../saying.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { readerAt } from './ask-back.ts';
import { customerOf } from './hearing.ts';
import { prove, tokenOf } from './prove.ts';
import { saidAnswer, shownAsked } from './said-answer.ts';
import { nothingTaken, type Taken } from './taken.ts';

/** What looked like an answer decides nothing: that is noted, those inside see it, and its writer is told once what to do. */
export function refuseAnswer(facts: Facts, scene: TicketScene, by: Asked, { ask, why, said }: Refused): Taken {
  const answer = said?.answer ?? 'reply';
  const given = { by, answer, value: why, words: '', via: 'mail', recordedBy: null, state: 'refused', until: null } as const;
  const grounds = { by, answer, rule: `refused: ${why}`, level: facts.level, via: 'mail', recordedBy: null } as const;
  const effects: Effect[] = [
    { act: 'answer-ask', ask: ask.id, given },
    ...(said === null ? [] : [prove(tokenOf(facts), ask, grounds, 'refused')]),
    {
      ...{ act: 'journal', ticket: ask.ticket, actor: actorOf(by), event: 'answer-refused' },
      data: { ask: ask.ask, round: ask.round, why, level: facts.level },
    },
    ...(wasTold(ask, by, why) || !mayBeTold(facts, why) ? [] : tell(facts, scene, by, ask, why)),
  ];
  const what = said === null ? shownAsked(by) : saidAnswer(shownAsked(by), said.answer, ask, scene.workflow.name);
  return { ...nothingTaken(scene), effects, noticed: [say`${what}: ${reasons[why]}`], waits: why === 'twice' || why === 'over' };
}

/** For those inside. */
const reasons: Readonly<Record<Why, Saying>> = {
  unclear: say('it is not exactly one of the answers, so it decided nothing'),
  over: say('it was decided before, so it changes nothing'),
  twice: say('they said so before, so it changes nothing'),
  changed: say('it answers a question that is not the current one, so it decided nothing'),
  lapsed: say('it came too late, so it decided nothing'),
  'not-asked': say('somebody else was asked, so it decided nothing'),
  beyond: say('it is more than they may approve, so it decided nothing'),
  unreadable: say('nobody can tell what it says, so it decided nothing'),
};

/** Once for each reason: whoever writes again hears nothing new. */
const wasTold = ({ given }: Ask, by: Asked, why: Why): boolean =>
  given.some((one) => one.state === 'refused' && one.value === why && isSame(one.by, by));

/** A machine is never answered (R1, RFC 3834), old mail neither; a stranger to the question only where they are proved. */
const mayBeTold = ({ answerable, arrival, level }: Facts, why: Why): boolean =>
  answerable.kind === 'yes' && !arrival.imported && level >= (why === 'not-asked' ? 'E2' : 'E1');

function tell(facts: Facts, scene: TicketScene, by: Asked, ask: Ask, why: Why): Effect[] {
  const { settings, now } = facts;
  const { ticket, records } = scene;
  const { desk } = settings;
  const current = why === 'changed' ? newerOne(ask, records.asks, by, now) : ask;
  const mayAnswer = why === 'unclear' || why === 'unreadable' || (why === 'changed' && current !== undefined);
  const price = why === 'beyond' ? priceOf(ask.about, records.quotes) : null;
  const others = price === null ? [] : thoseWhoMay(price, customerOf(facts, ticket.customer)).map(({ name }) => name);
  const data = (language: string, timezone: string | null) => ({
    ...{ ...threadData(facts, ticket), why, others },
    until: why === 'lapsed' && ask.expires !== null ? timeFor(ask.expires, { language, timezone }, desk) : '',
    actions: mayAnswer && current !== undefined ? links(facts, scene, current, language) : [],
  });
  const common = { ticket, template: 'not-counted', automatic: 'auto-replied' } as const;
  if (by.kind === 'associate') {
    const person = settings.people.find(({ handle }) => handle === by.handle);
    if (person === undefined) return [];
    return toAssociate(facts, person, { ...common, data: data(person.language ?? desk.language, person.timezone) });
  }
  const { language, timezone, name } = readerAt(facts, scene, by.address);
  const thread = [...customerThread(scene), ...threadOf(facts).slice(-1)];
  return toContact(facts, { ...common, language, thread, to: { name, address: by.address }, data: data(language, timezone) });
}

const newerOne = (ask: Ask, asks: readonly Ask[], by: Asked, now: number): Ask | undefined =>
  asks.findLast((one) => one.ask === ask.ask && one.id !== ask.id && isOpen(one, now) && one.of.some((who) => isSame(who, by)));

function links({ settings: { desk } }: Facts, { ticket, workflow, records }: TicketScene, ask: Ask, language: string): Action[] {
  const subject = threadSubject(tagOf(desk.prefix, ticket.number), ticket.subject);
  const choices = talkAbout(ask.about, records.talks)?.times.length ?? 0;
  return answerLinks(ask, workflow, { subject, language, choices }).map(({ answer, value, action }) => ({
    ...action,
    label: value || answer,
  }));
}

const actorOf = (by: Asked) => (by.kind === 'associate' ? by : ({ kind: 'contact', address: by.address } as const));
