import { toAssociate } from '../answer/outgoing.ts';
import { reachNow } from '../answer/reach.ts';
import { isDeskAddress } from '../authenticate/reply-address.ts';
import { permits } from '../authenticate/rules.ts';
import type { Decision, Effect } from '../effect.ts';
import { printedDate } from '../forward/printed-date.ts';
import { type Forward, readForward } from '../forward/read-forward.ts';
import type { Mail } from '../mail.ts';
import { inEnglish, type Saying } from '../saying.ts';
import type { Person, Settings } from '../settings.ts';
import type { Actor } from '../ticket.ts';
import { visibleText } from '../visible-text/visible-text.ts';
import { openTicket } from './customer-mail.ts';
import type { Facts, OnBehalf } from './facts.ts';

/**
 * Whose mail an associate passed on. One of our own is no customer's: what we forward to ourselves stays the sender's.
 */
export function forwardIn(mail: Mail, { desk, people }: Pick<Settings, 'desk' | 'people'>): Forward {
  const forward = readForward(mail, printedDate);
  if (forward.kind !== 'forward') return forward;
  const { address } = forward.original.from;
  const isOurs = isDeskAddress(desk, address) || people.some(({ addresses }) => addresses.includes(address));
  return isOurs ? { kind: 'none' } : forward;
}

/**
 * C3b: an associate's forward opens the ticket of the person who wrote the original. The writer hears only that it came:
 * nothing of the forwarded text leaves the house on an associate's word alone.
 */
export function openForwarded(facts: Facts, person: Person, { forward, sender, customer }: OnBehalf): Decision {
  const { original, comment, by } = forward;
  const { from, subject, text, attachments, date } = original;
  const inner: Partial<Mail> = { from, subject, text, attachments, date, visibleText: visibleText(text) || text };
  const mail: Mail = { ...facts.mail, ...inner, replyTo: [], to: [], cc: [], messageId: null, inReplyTo: null, references: [] };
  const verdict = { ...facts.verdict, by: `forwarded by ${person.handle}` };
  const opened = openTicket({ ...facts, mail, sender, customer, verdict, level: 'E0' });
  const actor: Actor = { kind: 'associate', handle: person.handle };
  const { nextTicket: ticket } = facts;
  const data = {
    by,
    level: facts.level,
    rule: permits(facts.level, 'C3b', facts.settings.authentication.rules).rule,
    written: date,
  };
  const effects: Effect[] = [
    ...opened.effects,
    { act: 'journal', ticket, actor, event: 'forwarded', data },
    ...(facts.mail.messageId === null ? [] : [{ act: 'learn-id', ticket, messageId: facts.mail.messageId } as const]),
    ...(comment === '' ? [] : [{ act: 'add-message', ticket, message: commentOf(facts, comment) } as const]),
  ];
  return { ...opened, why: `forwarded by ${person.handle} (${by}) for ${from.address}; ${opened.why}`, effects };
}

/** On doubt the associate is asked, and nothing is guessed. */
export function askWhoseForward(facts: Facts, person: Person, why: Saying): Decision {
  const data = {
    ...{ deskName: facts.settings.desk.name, tag: '', title: '', subject: '' },
    ...{ senderName: person.name, senderAddress: facts.mail.from.address, customerName: '', ...reachNow(facts, null, person) },
    ...{ text: facts.mail.visibleText, attachments: [], reason: 'forward-unclear' as const, detail: why, actions: [] },
    ...({ whoseTurn: '', plainReplyDoes: 'note' } as const),
  };
  const effects = toAssociate(facts, person, { ticket: null, template: 'notify-held', data, automatic: 'auto-replied' });
  return { outcome: 'held', ticket: null, why: `a forward, but not clear whose: ${inEnglish(why)}`, effects };
}

/** What the associate wrote above it is for us. */
const commentOf = ({ mail, arrival }: Facts, comment: string) => ({
  direction: 'note' as const,
  status: 'filed' as const,
  messageId: mail.messageId,
  from: mail.from,
  to: mail.to.map(({ address }) => address),
  at: arrival.receivedAt,
  subject: mail.subject,
  text: mail.text,
  visibleText: comment,
  attachments: [],
  sha256: mail.sha256,
});
