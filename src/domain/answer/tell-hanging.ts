import type { Facts, TicketScene } from '../decide/facts.ts';
import { kinOf } from '../decide/kin-of.ts';
import type { Effect } from '../effect.ts';
import type { NewOutboxRow } from '../outbox.ts';
import type { Person } from '../settings.ts';
import type { NewMessage } from '../ticket.ts';
import { customerThread, delayed, threadData, toContact } from './outgoing.ts';
import { outsiders } from './tell-customer.ts';

/** What the customers of the tickets that hang on one are told, and what takes that back beside calling off the mails. */
export type Notices = { effects: readonly Effect[]; back: readonly Effect[] };

/**
 * A root cause has ended, or was answered for all: one notice on each open ticket that hangs on it, after `desk.delay`. It
 * carries the words, never the files: those may be one customer's.
 */
export function tellHanging(facts: Facts, person: Person, { body, closed }: { body: string; closed: boolean }): Notices {
  const told = hangingScenes(facts).map((scene) => tellOne(facts, scene, person, body, closed));
  return { effects: told.flatMap(({ effects }) => effects), back: told.flatMap(({ back }) => back) };
}

/** The open tickets that hang on the one in hand. */
export function hangingScenes({ lookups, scene }: Facts): TicketScene[] {
  const hanging = scene === null ? [] : kinOf(lookups, scene.ticket.number).hanging;
  return hanging.flatMap((number) => lookups.tickets.get(number) ?? []).filter(({ ticket }) => isOpen(ticket));
}

const isOpen = ({ state, deleted, mergedInto }: TicketScene['ticket']): boolean =>
  state !== 'closed' && deleted === null && mergedInto === undefined;

function tellOne(facts: Facts, scene: TicketScene, person: Person, body: string, closed: boolean): Notices {
  const { ticket } = scene;
  const mails = outsiders(facts, scene).flatMap((to) =>
    toContact(facts, {
      ...{ to, ticket, template: 'master-notice', fromName: person.name, thread: customerThread(scene) },
      data: { ...threadData(facts, ticket), body, associateName: person.name, closed },
      automatic: body === '' ? 'auto-generated' : null,
      ...delayed(facts),
    }),
  );
  const [first] = mails.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail] : []));
  if (first === undefined) return { effects: [], back: [] };
  const message = saidBy(facts, first, person, body);
  const data = { master: facts.scene?.ticket.number ?? null, closed };
  return {
    effects: [
      ...mails,
      ...(body === '' ? [] : [{ act: 'add-message', ticket: ticket.number, message } as const]),
      {
        act: 'journal',
        ticket: ticket.number,
        actor: { kind: 'associate', handle: person.handle },
        event: 'told-of-master',
        data,
      },
    ],
    back: body === '' ? [] : [{ act: 'unsay', messageId: first.messageId }],
  };
}

const saidBy = (
  { mail, arrival }: Facts,
  { messageId, subject, to }: NewOutboxRow,
  person: Person,
  body: string,
): NewMessage => ({
  ...{ direction: 'out', status: 'filed', messageId, to: [to.address], subject: subject ?? '' },
  from: { name: person.name, address: mail.from.address },
  at: arrival.receivedAt,
  text: body,
  visibleText: body,
  attachments: [],
  sha256: null,
});
