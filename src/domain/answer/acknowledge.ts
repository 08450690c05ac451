import type { Facts } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { tagOf } from '../match/subject-tag.ts';
import type { Ticket } from '../ticket.ts';
import { coverageShown } from './coverage-shown.ts';
import type { News, Questions } from './flow/step-data.ts';
import { threadData, threadOf, toContact } from './outgoing.ts';

/** Within 24 hours, to one address: a person who writes more than this knows that we are here. */
const perKnownSender = 10;
const perStranger = 1;
/** Short ones within an hour, over all strangers: a forged flood must not make us a sender of spam (A15, A17). */
const perHour = 60;

export type Acknowledgement = { kind: 'full' | 'short' } | { kind: 'none'; why: string };

/** Whether a new ticket's sender hears of it, and in which words. */
export function acknowledgementFor(facts: Facts): Acknowledgement {
  const { settings, sender, level, verdict, arrival, answerable, acknowledged } = facts;
  const trusted = facts.passedOn === null && (level >= 'E2' || (sender.kind === 'contact' && sender.contact.known));
  const none = (why: string): Acknowledgement => ({ kind: 'none', why });
  if (arrival.imported) return none('imported');
  if (settings.desk.acknowledge === 'none') return none('desk.acknowledge is none');
  if (settings.desk.acknowledge === 'known' && !trusted) return none('desk.acknowledge is known, the sender is not');
  if (answerable.kind === 'no') return none(answerable.why);
  if (verdict.dmarc === 'fail') return none('dmarc=fail: the sender may be forged');
  if (acknowledged.toSender >= (trusted ? perKnownSender : perStranger)) return none('acknowledged often enough within 24 hours');
  if (!trusted && acknowledged.short >= perHour) return none('too many strangers within the hour');
  return { kind: trusted ? 'full' : 'short' };
}

/** The mail that says so, with what the process says and asks at its entry. */
export function acknowledge(facts: Facts, ticket: Ticket, how: Acknowledgement, said: News & Questions): Effect[] {
  if (how.kind === 'none') return [];
  const { desk } = facts.settings;
  const to = { name: how.kind === 'full' ? facts.mail.from.name : '', address: ticket.requester };
  const called = ticket.channel === 'phone';
  const common = { ticket, to, automatic: 'auto-replied', thread: threadOf(facts) } as const;
  if (how.kind === 'short') {
    const data = { deskName: desk.name, tag: tagOf(desk.prefix, ticket.number), called, ...said };
    return toContact(facts, { ...common, template: 'acknowledge-short', data, subject: null });
  }
  const known = { customerName: facts.mail.from.name, coverage: coverageShown(facts, ticket) };
  const data = { ...threadData(facts, ticket), ...known, called, ...said };
  return toContact(facts, { ...common, template: 'acknowledge', data });
}
