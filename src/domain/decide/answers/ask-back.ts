import { customerThread, threadData, toAssociate, toContact } from '../../answer/outgoing.ts';
import { timeFor } from '../../answer/time-for.ts';
import { numberOfAnswer } from '../../ask/answering.ts';
import type { Ask, Asked, Via } from '../../ask/ask.ts';
import type { Said } from '../../ask/read-answer.ts';
import type { Effect } from '../../effect.ts';
import { say } from '../../saying.ts';
import type { Deed } from '../commands/command.ts';
import { hostOf } from '../confirmation.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { answersTo } from '../yes-or-no.ts';
import { customerOf } from './hearing.ts';
import { prove, tokenOf } from './prove.ts';
import { saidAnswer, shownAsked } from './said-answer.ts';
import { nothingTaken, type Taken } from './taken.ts';

const day = 86_400_000;

/** An answer that counts once the person it is said to be of says so. `other`: who gave it, where that is somebody else. */
export type Doubtful = { ask: Ask; by: Asked; said: Said; rule: string; other: string };

/** Keeps it apart, and asks that person at their own address, by a link that only they get. */
export function askBack(facts: Facts, scene: TicketScene, { ask, by, said, rule, other }: Doubtful): Taken {
  const what = saidAnswer(other || shownAsked(by), said.answer, ask, scene.workflow.name);
  if (facts.settings.desk.reply.kind === 'none' || facts.verdict.dmarc === 'fail') {
    const noticed = [say`${what}: it is not proved far enough, and decided nothing`];
    return { ...nothingTaken(scene), noticed };
  }
  const { answer, value, words } = said;
  const grounds = { by, answer, rule, level: facts.level, via: 'mail', recordedBy: null } as const;
  const given = {
    by,
    answer,
    value,
    words,
    via: 'mail',
    recordedBy: null,
    state: 'unconfirmed',
    until: facts.now + day,
  } as const;
  const effects: Effect[] = [
    { act: 'answer-ask', ask: ask.id, given },
    prove(tokenOf(facts), ask, grounds, 'asked-back'),
    {
      ...{ act: 'journal', ticket: ask.ticket, actor: { kind: 'desk' }, event: 'answer-asked-back' },
      data: { ask: ask.ask, answer, round: ask.round, level: facts.level, rule },
    },
    ...question(facts, scene, { ask, to: by, answer, other, via: '' }),
  ];
  return { ...nothingTaken(scene), effects, noticed: [say`${what}: ${shownAsked(by)} is asked to confirm it`], waits: true };
}

/** `other`: who gave the answer; `via`: how it came to us; '' where it came by a mail in their own name. */
export type Question = { ask: Ask; to: Asked; answer: Said['answer']; other: string; via: Via | '' };

/** Names the answer, its ticket, the time and the machine it came from; nothing else that the mail said. */
export function question(facts: Facts, scene: TicketScene, { ask, to, answer, other, via }: Question): Effect[] {
  const { settings, now } = facts;
  const { ticket } = scene;
  const data = (reader: { language: string | null; timezone: string | null }) => ({
    ...threadData(facts, ticket),
    ...{ answer, by: other, via, at: timeFor(now, reader, settings.desk) },
    host: other === '' && via === '' ? hostOf(facts) : '',
    actions: answersTo(numberOfAnswer(ask.id)),
  });
  const common = { ticket, template: 'confirm-answer', automatic: 'auto-replied' } as const;
  if (to.kind === 'associate') {
    const person = settings.people.find(({ handle }) => handle === to.handle);
    return person === undefined ? [] : toAssociate(facts, person, { ...common, subject: null, data: data(person) });
  }
  const { language, timezone, name } = readerAt(facts, scene, to.address);
  const letter = { ...common, language, thread: customerThread(scene), subject: null };
  return toContact(facts, { ...letter, to: { name, address: to.address }, data: data({ language, timezone }) });
}

/** What one of us noted of a call or the like is put before whoever it is said to be of. */
export const askNoted = (facts: Facts, scene: TicketScene, { confirms }: Extract<Deed, { kind: 'done' }>): Effect[] =>
  confirms === undefined ? [] : question(facts, scene, { ...confirms, other: '' });

/** In which language and zone somebody outside is written to. */
export function readerAt(facts: Facts, { ticket, participants }: TicketScene, address: string) {
  const customer = customerOf(facts, ticket.customer);
  const contact = customer?.contacts.find(({ addresses }) => addresses.includes(address));
  const own = address === ticket.requester ? ticket.language : (contact?.language ?? customer?.language ?? ticket.language);
  const name = participants.find((one) => one.address === address)?.name ?? contact?.name ?? '';
  return { language: own, timezone: customer?.timezone ?? null, name };
}
