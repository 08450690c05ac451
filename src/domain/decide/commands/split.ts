import type { Effect } from '../../effect.ts';
import { changedSubject } from '../../match/changed-subject.ts';
import { tagOf } from '../../match/subject-tag.ts';
import { type Saying, say } from '../../saying.ts';
import type { Participant, Ticket, TicketMessage } from '../../ticket.ts';
import { begin } from '../../workflow/begin.ts';
import { changesOf } from '../../workflow/changes-of.ts';
import { factsOf } from '../../workflow/facts-of.ts';
import { noRecords } from '../../workflow/records.ts';
import { customersMails, remaining } from '../customers-mails.ts';
import type { Word } from '../grammar/words.ts';
import { noted } from '../other-ticket.ts';
import { whoseCustomer } from '../whose-customer.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** The customer's last mails open a ticket of their own beside this one. */
export const split: Command = {
  name: 'split',
  translations: { es: ['dividir'], de: ['abspalten', 'abtrennen'], fr: ['scinder', 'diviser'], pt: ['dividir'] },
  args: '[N]',
  roles: insiders,
  class: 'C4',
  help: say('The customer’s last mail (or last N) opens a linked ticket of its own for its writer; answers to it land there.'),
  inTitle: false,
  alone: true,
  reads: () => ({ kind: 'next-ticket' }),
  fits: () => true,
  perform: ([word], scene) => {
    const mails = customersMails(scene.messages);
    const count = word === undefined ? 1 : Number(word.text);
    if (mails.length < 2)
      return refused(say('there is only one mail of the customer here: nothing would be left'), say('a ticket with two or more'));
    if (!Number.isInteger(count) || count < 1 || count >= mails.length)
      return refused(
        say`“${word?.text ?? ''}” is not a number of mails that can be taken from this ticket`,
        say`1 to ${mails.length - 1}: the first one stays`,
        word,
      );
    return apart(scene, mails.slice(-count));
  },
};

const refused = (problem: Saying, expected: Saying, word?: Word): Deed => ({
  kind: 'refused',
  problem,
  expected,
  ...(word === undefined ? {} : { word }),
  suggestions: word === undefined ? [] : ['split'],
});

function apart(scene: Scene, moved: readonly TicketMessage[]): Deed {
  const { ticket: was, settings, lookups, now } = scene;
  const { nextTicket: number } = lookups;
  const writer = moved.at(-1)?.from ?? { name: '', address: was.requester };
  const ticket = newTicket(scene, moved, writer.address);
  const people = peopleOf(scene, moved, writer.address);
  const [tag, name] = [tagOf(settings.desk.prefix, number), writer.name || writer.address];
  const requester: Participant = { ...writer, role: 'requester' };
  const rest = remaining(scene, moved);
  const effects: Effect[] = [
    { act: 'open-ticket', ticket },
    ...[requester, ...people].map((participant): Effect => ({ act: 'add-participant', ticket: number, participant })),
    ...moved.map(({ id }): Effect => ({ act: 'move-entry', entry: id, ticket: number })),
    { act: 'link-tickets', ticket: number, to: was.number, why: 'split off' },
    noted(scene, number, 'opened', { splitFrom: was.number }),
  ];
  return {
    kind: 'done',
    ...(rest === null ? {} : { set: rest }),
    effects,
    back: [
      ...moved.map(({ id }): Effect => ({ act: 'move-entry', entry: id, ticket: was.number })),
      { act: 'change-ticket', ticket: number, set: { deleted: now } },
    ],
    event: 'split',
    data: { into: number, mails: moved.length },
    change:
      moved.length === 1
        ? say`${tag} “${ticket.subject}” is opened for ${name} with the last mail`
        : say`${tag} “${ticket.subject}” is opened for ${name} with the last ${moved.length} mails`,
    arrives: { ticket, participants: [requester, ...people], mail: moved.at(-1) as TicketMessage, was: null },
  };
}

/** A new matter: nothing that was found out about the old one is known of it. */
function newTicket(
  { ticket, workflow, records, messages, settings, lookups, now }: Scene,
  moved: readonly TicketMessage[],
  requester: string,
): Ticket {
  const { mergedInto: _merged, master: _master, ...kept } = ticket;
  const [first] = moved;
  const earlier = messages.filter((one) => !moved.includes(one)).map(({ subject }) => subject);
  const title = changedSubject({ subject: first?.subject ?? '', title: ticket.subject, earlier, answered: true }, settings.desk);
  const apart: Ticket = {
    ...kept,
    number: lookups.nextTicket,
    subject: title || ticket.subject,
    ...{ state: '', trail: [], waitsFor: 'staff', stage: null, assignee: null, requester },
    customer: whoseCustomer(requester, { lookups, settings }) ?? ticket.customer,
    ...{ severity: null, complexity: null, priority: null, type: null, level: null },
    opened: first?.at ?? now,
    updated: now,
    ...{ closed: null, tags: [], fields: {}, pausedUntil: null, deleted: null },
  };
  const known = { ...noRecords, ofCustomer: { ...records.ofCustomer, coverage: null } };
  const look = factsOf({ ticket: apart, isKnown: true, messages: [], records: known, checklists: workflow.checklists, now });
  return { ...apart, ...changesOf(apart, begin(workflow, look), now) };
}

/** Who wrote or stands in those mails, of the people of the ticket. */
const peopleOf = ({ participants }: Scene, moved: readonly TicketMessage[], writer: string): Participant[] => {
  const named = new Set(moved.flatMap(({ from, to }) => [from.address, ...to]));
  return participants
    .filter(({ address, role }) => role !== 'watcher' && address !== writer && named.has(address))
    .map((one) => ({ ...one, role: 'cc' }));
};
