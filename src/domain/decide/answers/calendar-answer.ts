import type { Ask, Asked } from '../../ask/ask.ts';
import { isOpen } from '../../ask/judge-answers.ts';
import { permits } from '../../authenticate/rules.ts';
import type { MeetingAnswer } from '../../calendar/meeting.ts';
import { type CalendarMail, isCalendarAnswer, readCalendarAnswer, talkAnswered } from '../../calendar/read-answer.ts';
import { type Talk, talkAbout } from '../../calendar/talk.ts';
import type { Decision, Effect } from '../../effect.ts';
import type { Mail } from '../../mail.ts';
import { inEnglish, type Saying, say } from '../../saying.ts';
import type { Actor } from '../../ticket.ts';
import { isSame } from '../../workflow/people-of.ts';
import type { Facts, TicketScene } from '../facts.ts';
import { arrivedMessage } from '../message.ts';
import { countAnswer } from './count-answer.ts';
import { writerOf } from './hearing.ts';
import { tellInside } from './noticed.ts';
import { shownAsked } from './said-answer.ts';
import { nothingTaken, type Taken } from './taken.ts';
import { theirTime } from './their-time.ts';

type Answers = Facts & { mail: Mail & CalendarMail };
type Said = Extract<MeetingAnswer, { kind: 'answered' | 'proposed' }>;

/** Whether somebody's calendar wrote it: a person's answer, however automatic the mail looks, and never a new request. */
export const answersCalendar = (facts: Facts): facts is Answers => isCalendarAnswer(facts.mail);

/**
 * What a calendar answers to an invitation of ours. It counts where its sender was invited and is proved as a reply has to be;
 * the invitation itself proves that they have it. What answers no invitation of ours opens nothing; `quiet` keeps it.
 */
export function decideCalendarAnswer(facts: Answers, quiet: (why: string) => Decision): Decision {
  const { scene, mail } = facts;
  const talk = scene === null ? undefined : talkAnswered(mail, scene.records.talks);
  if (scene === null || talk === undefined) return quiet('a calendar’s answer to an invitation that is none of ours here');
  const by = whoIs(facts, scene);
  const answer = readCalendarAnswer(mail, talk, addressesOf(facts, by), {
    ...scene.records,
    ...scene,
    people: facts.settings.people,
  });
  const { allowed, rule } = permits(facts.level, 'C1', facts.settings.authentication.rules);
  if (answer.kind === 'uninvited') return quiet(`a calendar’s answer of ${answer.by}, who was not invited`);
  if (answer.kind === 'none') return quiet(`a calendar’s answer that says nothing: ${answer.why}`);
  if (answer.kind === 'outdated' || talk.state === 'off') return quiet('a calendar’s answer to a time that no longer holds');
  if (!allowed || facts.arrival.imported) return quiet(`a calendar’s answer; ${rule}`);
  const taken =
    by.kind === 'associate' ? noticedOnly(scene, by, answer) : take(withoutFiles(facts), scene, talk, by, answer, rule);
  return decision(facts, scene, { by, answer, taken, talk, rule });
}

function whoIs(facts: Facts, scene: TicketScene): Asked {
  const { sender } = facts;
  return sender.kind === 'associate' ? { kind: 'associate', handle: sender.person.handle } : writerOf(facts, scene);
}

/** A person's calendar may know them by another of their own. */
function addressesOf({ mail, settings }: Facts, by: Asked): string[] {
  const own =
    by.kind === 'associate' ? (settings.people.find(({ handle }) => handle === by.handle)?.addresses ?? []) : [by.address];
  return [...new Set([mail.from.address, ...own].map((one) => one.toLowerCase()))];
}

/** One of us puts it into their own calendar: the others may want to know that they will not come, and nothing follows. */
const noticedOnly = (scene: TicketScene, by: Asked, answer: Said): Taken => ({
  ...nothingTaken(scene),
  noticed: answer.kind === 'answered' && answer.answer === 'accepted' ? [] : [said(by, answer, '')],
});

/** Somebody outside: as an answer to the open question, or as word on what was agreed. */
function take(facts: Answers, scene: TicketScene, talk: Talk, by: Asked, answer: Said, rule: string): Taken {
  const ask = scene.records.asks.findLast(
    (one) => talkAbout(one.about, [talk]) !== undefined && isOpen(one, facts.now) && one.of.some((who) => isSame(who, by)),
  );
  const time = answer.kind === 'proposed' ? theirTime(facts, answer) : '';
  const word = answerWord(answer);
  const waits = word === null || ask === undefined || isKnown(ask, by, word);
  if (waits) return { ...nothingTaken(scene), noticed: [said(by, answer, time)], waits: word === 'accept' || word === null };
  const words = [answer.comment, time].filter((part) => part !== '').join('\n');
  const grounds = { rule, level: facts.level, via: 'mail', recordedBy: null, confirmed: false } as const;
  const taken = countAnswer(facts, scene, { ...grounds, ask, by, answer: word, value: '', words });
  return { ...taken, noticed: [...taken.noticed, ...(time === '' ? [] : [said(by, answer, time)])] };
}

/** Null: not decided yet. Another time is a no to this one. */
function answerWord(answer: Said): 'accept' | 'decline' | null {
  if (answer.kind === 'proposed') return 'decline';
  return ({ accepted: 'accept', declined: 'decline', tentative: null } as const)[answer.answer];
}

const isKnown = ({ given }: Ask, by: Asked, word: string): boolean =>
  given.findLast((one) => one.state === 'counted' && isSame(one.by, by))?.answer === word;

/** For those inside. */
function said(by: Asked, answer: Said, time: string): Saying {
  const who = shownAsked(by);
  if (answer.kind === 'proposed') return say`${who} would rather talk ${time}; \`discuss\` proposes it`;
  const sayings = {
    accepted: say`${who} has accepted the invitation`,
    declined: say`${who} has declined the invitation; \`discuss\` proposes another time`,
    tentative: say`${who} is not sure yet whether they can come`,
  };
  const what = sayings[answer.answer];
  return answer.comment === '' ? what : say`${what}: “${answer.comment}”`;
}

type Answered = { by: Asked; answer: Said; taken: Taken; talk: Talk; rule: string };

function decision(facts: Answers, scene: TicketScene, { by, answer, taken, talk, rule }: Answered): Decision {
  const { number } = scene.ticket;
  const actor: Actor = by.kind === 'associate' ? by : { kind: 'contact', address: by.address };
  const isOurs = by.kind === 'associate';
  const turns = !isOurs && !taken.decided && !taken.waits && scene.ticket.closed === null && scene.ticket.waitsFor !== 'staff';
  const after = turns ? { ...taken.scene, ticket: { ...taken.scene.ticket, waitsFor: 'staff' as const } } : taken.scene;
  const what = answer.kind === 'proposed' ? 'counter' : answer.answer;
  const effects: Effect[] = [
    { act: 'add-message', ticket: number, message: arrivedMessage(facts, isOurs ? 'note' : 'in', 'filed') },
    {
      ...{ act: 'journal', ticket: number, actor, event: 'invitation-answered' },
      data: { talk: talk.number, sequence: facts.mail.calendar.sequence, answer: what, level: facts.level, rule },
      words: answer.comment === '' ? {} : { reason: answer.comment },
    },
    ...(turns ? [{ act: 'change-ticket', ticket: number, set: { waitsFor: 'staff' } } as const] : []),
    ...taken.effects,
    ...(taken.noticed.length === 0 ? [] : tellInside(withoutFiles(facts), scene, { ...taken, scene: after })),
  ];
  return {
    outcome: 'appended',
    ticket: number,
    why: [`calendar: ${what}`, rule, ...taken.noticed.map(inEnglish)].join('; '),
    effects,
  };
}

/** The calendar's own file is nobody's reading, and names a customer's address. */
const withoutFiles = <F extends Facts>(facts: F): F => ({ ...facts, mail: { ...facts.mail, attachments: [] } });
