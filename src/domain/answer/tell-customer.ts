import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { type Formatted, plain } from '../formatted.ts';
import type { Address, Attachment } from '../mail.ts';
import type { Person } from '../settings.ts';
import { recordFor } from './flow/record-for.ts';
import { customerThread, delayed, threadData, toContact } from './outgoing.ts';
import { filesOfAnswer } from './passed-on.ts';
import { quotedFor } from './quoted.ts';

/** `put-back`: they were told of a no, which does not count any more. */
export type CustomerLetter = 'reply' | 'closed' | 'reopened' | 'put-back';

/**
 * An associate's words to everybody outside who takes part, one row each, after `desk.delay`. Nobody who already stands
 * in To or Cc of the associate's own mail gets our copy of it. A ticket that has a history closes with the record of it.
 */
export function tellCustomer(
  facts: Facts,
  scene: TicketScene,
  person: Person,
  letter: CustomerLetter,
  { body, attachments, formatted = plain }: { body: string; attachments: readonly Attachment[]; formatted?: Formatted },
): Effect[] {
  const { ticket } = scene;
  const common = {
    ticket,
    fromName: person.name,
    automatic: letter === 'reply' ? null : 'auto-generated',
    ...delayed(facts),
    thread: customerThread(scene),
    attachments: letter === 'reopened' || letter === 'put-back' ? [] : filesOfAnswer(facts, scene, attachments, formatted),
  } as const;
  const words = { ...threadData(facts, ticket), body, bodyHtml: formatted.html, associateName: person.name };
  return outsiders(facts, scene).flatMap((to) => {
    if (letter === 'reopened' || letter === 'put-back') {
      const again = { ...threadData(facts, ticket), putBack: letter === 'put-back' };
      return toContact(facts, { ...common, to, template: 'reopened', data: again });
    }
    const data = { ...words, quoted: body === '' ? null : quotedFor(facts, scene, to.address) };
    const said = { ...common, to, automatic: body === '' ? common.automatic : null };
    const record = letter === 'closed' ? recordFor(facts, scene, person, to.address) : null;
    if (record === null) return toContact(facts, { ...said, template: letter, data });
    const { language } = record;
    return toContact(facts, { ...said, language, template: 'closing-record', data: { ...data, ...record.data } });
  });
}

/** Everybody outside who takes part and has not got it from the associate's own mail. */
export function outsiders({ mail, settings }: Facts, { ticket, participants }: TicketScene): Address[] {
  const inside = new Set(settings.people.flatMap(({ addresses }) => addresses).filter((address) => address !== ticket.requester));
  const already = new Set([mail.from, ...mail.to, ...mail.cc].map(({ address }) => address));
  return participants
    .filter(({ role, address }) => role !== 'watcher' && address !== '' && !inside.has(address) && !already.has(address))
    .map(({ name, address }) => ({ name, address }));
}
