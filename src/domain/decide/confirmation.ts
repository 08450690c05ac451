import { notifyOfHeld } from '../answer/notify-held.ts';
import { toAssociate } from '../answer/outgoing.ts';
import { replyToMail } from '../answer/reply-to-associate.ts';
import type { ConfirmedRequest } from '../answer/template-data.ts';
import { timeFor } from '../answer/time-for.ts';
import type { Decision, Effect } from '../effect.ts';
import { headerValues } from '../mail.ts';
import { tagOf } from '../match/subject-tag.ts';
import { inEnglish, type Saying, say } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Confirmation } from '../ticket.ts';
import type { Facts } from './facts.ts';
import { answersTo, firstLine, yesOrNo } from './yes-or-no.ts';

const day = 86_400_000;

/**
 * Asks the person whom a mail names, at their registered address, whether it is theirs. One question is open per person;
 * what comes meanwhile waits for the next. Nothing where no signed address can carry the answer, or a check has failed.
 */
export function askConfirmation(facts: Facts, person: Person, commands: readonly string[]): Effect[] {
  const { settings, verdict, arrival, confirmations, now, scene } = facts;
  if (settings.desk.reply.kind === 'none' || verdict.dmarc === 'fail' || arrival.imported) return [];
  const ticket = scene?.ticket.number ?? null;
  const isOpen = confirmations.some(({ asked }) => asked !== null);
  const asked = isOpen ? null : seconds(now);
  const waiting = { handle: person.handle, ticket, commands, asked, expires: now + day };
  const host = hostOf(facts);
  const request = {
    tag: ticket === null ? '' : tagOf(settings.desk.prefix, ticket),
    commands,
    at: shownTime(facts, person, now),
    host,
  };
  return [
    { act: 'ask-confirmation', confirmation: waiting },
    ...(asked === null ? [] : question(facts, person, asked, [request])),
  ];
}

/** The answer to such a question: what it vouches for is taken once more, with that said (E4). */
export function decideConfirmation(facts: Facts, { person, batch }: NonNullable<Facts['confirming']>): Decision {
  const answered = facts.confirmations.filter(({ asked }) => asked === batch);
  const said = firstLine(facts.mail.visibleText);
  const decided = yesOrNo(facts.mail.visibleText);
  if (answered.length === 0) return isOver(facts, person);
  if (decided === undefined)
    return tellOff(facts, person, said, say('this is neither a yes nor a no'), say('confirm, or not me, as the first line'));
  const lift = { kind: 'confirmed', by: person.handle } as const;
  const state = decided === 'confirm' ? 'confirmed' : 'refused';
  const effects: Effect[] = [
    ...answered.flatMap(({ id, arrival, ticket, commands }): Effect[] => [
      { act: 'settle-confirmation', confirmation: id, to: { state } },
      {
        act: 'journal',
        ticket,
        actor: { kind: 'associate', handle: person.handle },
        event: decided === 'confirm' ? 'confirmed' : 'disowned',
        data: { level: facts.level },
        words: { commands },
      },
      ...(decided === 'confirm' ? [{ act: 'retake', arrival, lift } as const] : []),
    ]),
    ...(decided === 'refuse'
      ? notifyOfHeld(facts, 'check-failed', say`${person.name} says that a mail in their name is not theirs`)
      : []),
    ...nextQuestion(facts, person),
  ];
  return { outcome: 'commanded', ticket: null, why: `${state} by ${person.handle}`, effects };
}

/**
 * An answer that did not come by one of the links: whoever knows a Message-ID of ours could have written it, so it counts for
 * nothing, and the question is put once more.
 */
export function askAgain(facts: Facts, person: Person): Decision {
  const open = facts.confirmations.filter(({ asked }) => asked !== null);
  const [first] = open;
  if (first === undefined || first.asked === null || facts.verdict.dmarc === 'fail') return isOver(facts, person);
  const asked = question(facts, person, first.asked, requestsOf(facts, person, open));
  return { outcome: 'held', ticket: null, why: 'answers a question without its link; it is asked again', effects: asked };
}

const isOver = (facts: Facts, person: Person): Decision =>
  tellOff(
    facts,
    person,
    firstLine(facts.mail.visibleText),
    say('nothing waits for this answer any more'),
    say('within 24 hours, once'),
  );

/** What came while a question was open is asked now, all of it in one mail. */
function nextQuestion(facts: Facts, person: Person): Effect[] {
  const { confirmations, now } = facts;
  const waiting = confirmations.filter(({ asked }) => asked === null).slice(0, mostAtOnce);
  if (waiting.length === 0) return [];
  const asked = seconds(now);
  const requests = requestsOf(facts, person, waiting);
  return [
    ...waiting.map(({ id }): Effect => ({ act: 'settle-confirmation', confirmation: id, to: { asked, expires: now + day } })),
    ...question(facts, person, asked, requests),
  ];
}

/** More in one mail nobody reads, and one yes is for them all; the rest waits for the next. */
const mostAtOnce = 10;

const requestsOf = (facts: Facts, person: Person, asked: readonly Confirmation[]): ConfirmedRequest[] =>
  asked.map(({ ticket, commands, created }) => ({
    tag: ticket === null ? '' : tagOf(facts.settings.desk.prefix, ticket),
    commands,
    at: shownTime(facts, person, created),
    host: '',
  }));

function question(facts: Facts, person: Person, batch: number, requests: readonly ConfirmedRequest[]): Effect[] {
  const data = { deskName: facts.settings.desk.name, requests, actions: answersTo(batch) };
  return toAssociate(facts, person, { ticket: null, template: 'confirm', data, automatic: 'auto-replied' });
}

/** The one line back to whoever answered a question in a way that answers nothing. */
export function tellOff(facts: Facts, person: Person, said: string, problem: Saying, expected: Saying): Decision {
  const command = { command: said || '…', ok: false, problem, caret: '', expected, suggestions: [] };
  const read = { phrases: [], notRepeated: [], written: [], text: '' };
  return {
    outcome: 'held',
    ticket: null,
    why: inEnglish(problem),
    effects: replyToMail.deskError(facts, person, read, [command]),
  };
}

/** The machine that says it handed the mail in, where that looks like one: anybody can write such a line. */
export function hostOf({ mail }: Facts): string {
  const [first = ''] = headerValues(mail, 'received').slice(-1);
  return /^\s*from\s+([a-z\d.:[\]-]{1,100})(?=[\s;(]|$)/i.exec(first)?.[1] ?? '';
}

const seconds = (now: number): number => Math.floor(now / 1000);

const shownTime = ({ settings }: Facts, person: Person, at: Confirmation['created']): string =>
  timeFor(at, person, settings.desk);
