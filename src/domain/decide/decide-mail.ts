import { notifyOtherTeam } from '../answer/notify.ts';
import { notifyOfHeld } from '../answer/notify-held.ts';
import type { Answering } from '../ask/answering.ts';
import { permits } from '../authenticate/rules.ts';
import { recipients } from '../authenticate/verdict.ts';
import { returnDate } from '../classify/return-date.ts';
import type { Decision, Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import { inEnglish, type Saying, say } from '../saying.ts';
import { answersCalendar, decideCalendarAnswer } from './answers/calendar-answer.ts';
import { decideConfirmed } from './answers/confirmed.ts';
import { decideAssociateMail } from './associate-mail.ts';
import { askAgain, decideConfirmation } from './confirmation.ts';
import { decideCustomerMail } from './customer-mail.ts';
import { decideReport } from './delivery-report.ts';
import type { Facts, TicketScene } from './facts.ts';
import { arrivedMessage } from './message.ts';
import { askWhoseAgain, decideWhoseAddress } from './second-address.ts';

/**
 * What becomes of a mail. A decision list: the first row that fits decides, and the row says why.
 * Nothing automatic is ever answered, obeyed or able to open a ticket (R1, RFC 3834).
 */
export function decideMail(facts: Facts): Decision {
  const { classification, duplicateOf, sender, twin, blocked, watched } = facts;
  const { kind } = classification;
  const why = classification.why.join('; ');
  if (duplicateOf !== null) return decideDuplicate(facts, duplicateOf);
  if (watched.probe !== null) return { outcome: 'ignored', ticket: null, why: `our own test mail ${watched.probe}`, effects: [] };
  if (kind === 'loop') return { outcome: 'ignored', ticket: null, why, effects: [] };
  if (sender.kind === 'desk') return held(facts, say('the desk’s own address in From, without our loop mark'));
  if (confirmsAnswer(facts)) return decideConfirmed(facts, facts.scene, facts.answering);
  if (facts.confirming !== null && kind === 'human') return decideConfirmation(facts, facts.confirming);
  if (facts.answersQuestion === 'mail' && sender.kind === 'associate' && kind === 'human' && facts.scene === null)
    return askAgain(facts, sender.person);
  if (facts.lift?.kind === 'admitted') return decideCustomerMail(facts);
  if (blocked !== null && sender.kind !== 'associate')
    return { outcome: 'ignored', ticket: null, why: `${blocked.sender} is blocked`, effects: [] };
  if (facts.claiming?.kind === 'answer') return decideWhoseAddress(facts, facts.claiming);
  if (facts.claiming?.kind === 'unlinked' && facts.scene === null) return askWhoseAgain(facts, facts.claiming);
  if (kind === 'bounce' || kind === 'delivery-status') return decideReport(facts);
  if (twin.kind === 'copy')
    return { outcome: 'duplicate', ticket: twin.ticket, why: 'a copy of a mail that came before', effects: [] };
  if (kind !== 'human' && facts.scene === null && isForPostmaster(facts))
    return held(facts, say`for postmaster or abuse; ${why}`);
  if (kind === 'spam') return { outcome: 'ignored', ticket: null, why, effects: [] };
  if (answersCalendar(facts)) return decideCalendarAnswer(facts, (because) => keepUnasked(facts, because));
  if (kind !== 'human') return decideQuietMail(facts, why);
  if (sender.kind === 'associate') return decideAssociateMail(facts, sender.person);
  return decideCustomerMail(facts);
}

/** By the link that only the person got whose answer it is said to be; a check that failed makes it worth nothing. */
const confirmsAnswer = (facts: Facts): facts is Facts & { scene: TicketScene; answering: Answering } =>
  facts.answering?.by === 'confirmation' &&
  facts.answering.own &&
  facts.scene !== null &&
  facts.classification.kind === 'human' &&
  facts.verdict.dmarc !== 'fail';

/** Nothing happens twice; but a second mailbox's team hears once of what it would have been told (F-37). */
function decideDuplicate(facts: Facts, { ticket, isNews }: NonNullable<Facts['duplicateOf']>): Decision {
  const why = 'the same mail came before';
  const { scene, mailbox } = facts;
  if (!isNews || scene === null || mailbox === null) return { outcome: 'duplicate', ticket, why, effects: [] };
  const seen = journal(facts, ticket, 'also-arrived', { mailbox: mailbox.name });
  return { outcome: 'duplicate', ticket, why, effects: [seen, ...notifyOtherTeam(facts, scene, mailbox.team)] };
}

/** 2142-1: such mail is for a person, whatever its marks. */
const isForPostmaster = (facts: Facts): boolean => recipients(facts).some((address) => /^(?:postmaster|abuse)@/i.test(address));

function held(facts: Facts, why: Saying): Decision {
  return { outcome: 'held', ticket: null, why: inEnglish(why), effects: notifyOfHeld(facts, 'other', why) };
}

/** A calendar's answer that counts for nothing; words of a person with it are for a person to look at. */
function keepUnasked(facts: Facts, why: string): Decision {
  const isWritten = facts.classification.kind === 'human' && facts.mail.visibleText.trim() !== '';
  if (facts.scene === null && isWritten) return held(facts, say('a calendar’s answer to an invitation that is none of ours'));
  return decideQuietMail(facts, why);
}

/** Out-of-office and the like join their ticket without opening it, starting a clock or being answered. */
function decideQuietMail(facts: Facts, why: string): Decision {
  const { scene, placement, classification } = facts;
  if (scene === null || placement.ticket === null) return { outcome: 'ignored', ticket: null, why, effects: [] };
  const { number } = scene.ticket;
  const isAssociate = facts.sender.kind === 'associate';
  const joined = isAssociate || scene.participants.some(({ address }) => address === facts.mail.from.address);
  const status = joined && permits(facts.level, 'C1', facts.settings.authentication.rules).allowed ? 'filed' : 'held';
  const direction = isAssociate ? 'note' : 'in';
  const effects: Effect[] = [
    { act: 'add-message', ticket: number, message: arrivedMessage(facts, direction, status) },
    journal(facts, number, 'quiet-mail', { kind: classification.kind }),
    ...(status === 'filed' && !isAssociate ? absence(facts, number) : []),
  ];
  return { outcome: 'appended', ticket: number, why: `${classification.kind}: ${why}`, effects };
}

/** An absence is believed only of somebody whose mail would be: it will hold reminders back. */
function absence(facts: Facts, ticket: TicketNo): Effect[] {
  const { mail, classification, now } = facts;
  if (classification.kind !== 'auto-reply') return [];
  const until = returnDate(`${mail.subject}\n${mail.visibleText}`, mail.date ?? now);
  if (until === null || until <= now) return [];
  const day = new Date(until).toISOString().slice(0, 10);
  return [{ act: 'keep-away', address: mail.from.address, until }, journal(facts, ticket, 'away', { until: day })];
}

const journal = (facts: Facts, ticket: Facts['nextTicket'] | null, event: string, data: Record<string, unknown>): Effect => ({
  act: 'journal',
  ticket,
  actor: { kind: 'contact', address: facts.mail.from.address },
  event,
  data,
});
