import type { TicketScene } from '../decide/facts.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import type { Unasked } from './notify-woken.ts';
import { threadData } from './outgoing.ts';
import { reachOf } from './reach.ts';
import { actionsFor, standing, turnOf } from './standing.ts';
import type { CustomerMail, Thread } from './template-data.ts';

/** A ticket for one of us in a mail that no mail caused: how it stands, and what was said on it last. */
export function lastWords(desk: Unasked, scene: TicketScene, ticket: Ticket, person: Person): Thread & CustomerMail {
  const { messages, requester } = scene;
  const last = messages.findLast(({ direction, status }) => direction === 'in' && status === 'filed');
  const customer = desk.settings.customers.find(({ id }) => id === ticket.customer);
  return {
    ...threadData(desk, ticket),
    ...{ senderName: last?.from.name ?? '', senderAddress: last?.from.address ?? ticket.requester },
    ...{ customerName: customer?.name ?? '', text: last?.visibleText ?? '', attachments: [], original: null },
    ...reachOf(requester, person, desk),
    ...{ proved: false, evidence: '' },
    whoseTurn: turnOf(ticket, person),
    plainReplyDoes: standing(ticket, person).plainReplyDoes,
    actions: actionsFor({ ...scene, ticket }, person, desk.now),
  };
}
