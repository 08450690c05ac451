import { type Acknowledgement, acknowledgementFor } from '../answer/acknowledge.ts';
import { replyToMail } from '../answer/reply-to-associate.ts';
import { splitAddress } from '../authenticate/reply-address.ts';
import { permits } from '../authenticate/rules.ts';
import type { Decision, Effect } from '../effect.ts';
import type { Mail } from '../mail.ts';
import { tagOf } from '../match/subject-tag.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { askCaller } from './asked-call.ts';
import type { Performed } from './check-commands.ts';
import type { Opening } from './commands/command.ts';
import { contactReached } from './commands/new.ts';
import { enactBeginning } from './customer-mail.ts';
import type { Facts, Sender } from './facts.ts';
import type { CommandText } from './grammar/read-commands.ts';
import { arrivedMessage } from './message.ts';
import { type Begun, beginTicket } from './new-ticket.ts';

/**
 * C3b: opens a ticket on a colleague's word. What they wrote is a note; the person it is for hears that it came, like anybody
 * whose mail opened one, and not a word of the note.
 */
export function openForOther(facts: Facts, person: Person, opening: Opening, read: CommandText, one: Performed): Decision {
  const { address, channel, reach } = opening;
  const contact = facts.lookups.contacts.get(address);
  const sender: Sender = contact === undefined ? { kind: 'stranger' } : { kind: 'contact', contact };
  const from = { address, name: opening.name || contact?.name || '' };
  const customer = contact?.customer ?? customerReached(facts, reach) ?? customerByDomain(facts, address);
  const subject = titleBehind(facts.mail.subject, read.text);
  const shown = { address, name: address === '' ? [from.name, reach].filter((part) => part !== '').join(', ') : from.name };
  const theirs: Mail = {
    ...facts.mail,
    from: shown,
    subject,
    language: '',
    visibleText: read.text,
    references: [],
    inReplyTo: null,
  };
  const asTheirs: Facts = { ...facts, mail: theirs, sender, customer, passedOn: null };
  const begun = raisedBy(person, beginTicket(asTheirs, channel), { ...opening, name: from.name });
  const { ticket } = begun;
  if (channel === 'phone' && address !== '' && !opening.insists && confirmsCalls(facts, begun)) {
    const timezone = facts.settings.customers.find(({ id }) => id === customer)?.timezone ?? null;
    const { language } = ticket;
    return askCaller(facts, person, { ...from, title: ticket.subject, text: read.text, language, timezone }, one);
  }
  const { number } = ticket;
  const actor = { kind: 'associate', handle: person.handle } as const;
  const how = address === '' ? nowhere : acknowledgementFor({ ...asTheirs, level: 'E0' });
  const requesters = address === '' ? [] : [{ ...from, role: 'requester' as const }];
  const reporter = { address: person.addresses[0] ?? '', name: person.name, role: 'watcher' as const };
  const people = [...requesters, reporter];
  const beginning = enactBeginning(asTheirs, begun, people, actor, {
    how,
    acknowledging: { ...asTheirs, mail: { ...theirs, messageId: null } },
    notifying: forOthers({ ...asTheirs, verdict: { ...facts.verdict, by: `opened by ${person.handle}` } }, person),
  });
  const told = beginning.told.filter((effect) => effect.act === 'queue-mail' && effect.mail.party === 'contact');
  const { rule } = permits(facts.level, 'C3b', facts.settings.authentication.rules);
  const effects: Effect[] = [
    ...requesters.map(({ name }): Effect => ({ act: 'keep-contact', address, name, customer, language: null, proved: false })),
    { act: 'open-ticket', ticket },
    ...people.map((participant): Effect => ({ act: 'add-participant', ticket: number, participant })),
    ...noteOf(facts, number, read.text),
    ...(facts.mail.messageId === null ? [] : [{ act: 'learn-id', ticket: number, messageId: facts.mail.messageId } as const]),
    { act: 'journal', ticket: number, actor, event: 'opened-for', data: { channel, level: facts.level, rule } },
    ...beginning.all,
    ...replyToMail.opened(facts, person, ticket, one, told),
  ];
  const why = `opened for ${address || reach} by ${person.handle} (${channel}): ${tagOf(facts.settings.desk.prefix, number)}; ${rule}`;
  return { outcome: 'created', ticket: number, why, effects };
}

const nowhere: Acknowledgement = { kind: 'none', why: 'no address' };

/** Who raised it, and for whom: two people; where they are reached who has no address. */
const raisedBy = ({ handle }: Person, begun: Begun, { reach, name }: Opening): Begun => {
  const fields = {
    ...begun.ticket.fields,
    reporter: handle,
    ...(reach === '' ? {} : { reach, ...(name === '' ? {} : { caller: name }) }),
  };
  return { ...begun, ticket: { ...begun.ticket, fields } };
};

function customerReached({ settings }: Facts, reach: string): string | null {
  const known = reach === '' ? undefined : contactReached(reach, settings.customers);
  return settings.customers.find(({ contacts }) => known !== undefined && contacts.includes(known))?.id ?? null;
}

/** Whether a caller has to confirm by mail before there is a ticket: by the desk's rule, or by that of the process. */
function confirmsCalls({ settings }: Facts, { workflow, look }: Begun): boolean {
  const { phoneConfirmation: whose } = workflow.options;
  return settings.desk.phoneConfirmation === true || whose === 'all' || (whose === 'old' && look('customer') === 'old');
}

function customerByDomain({ settings }: Facts, address: string): string | null {
  const [, domain] = splitAddress(address);
  return settings.customers.find(({ domains }) => domains.includes(domain))?.id ?? null;
}

/** What stands behind the bracket, else the first line of the text. */
function titleBehind(subject: string, text: string): string {
  const behind = subject.replace(/^(?:\s*\p{L}{1,4}:)*\s*\[[^\]]*\]/u, '').trim();
  return behind || (text.split('\n')[0] ?? '').trim().slice(0, 100);
}

function noteOf(facts: Facts, ticket: Ticket['number'], text: string): Effect[] {
  if (text === '' && facts.mail.attachments.length === 0) return [];
  return [{ act: 'add-message', ticket, message: { ...arrivedMessage(facts, 'note', 'filed'), visibleText: text } }];
}

/** The colleague who opened it has their receipt: never two mails for one. */
function forOthers(facts: Facts, person: Person): Facts {
  const settings = { ...facts.settings, people: facts.settings.people.filter((one) => one !== person) };
  return { ...facts, settings, level: 'E0' };
}
