import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { type Desk, threadData, toAssociate } from './outgoing.ts';
import { reachOf } from './reach.ts';
import { actionsFor, standing, turnOf } from './standing.ts';
import type { TemplateData } from './template-data.ts';
import { timeFor } from './time-for.ts';
import { whoIsTold } from './told.ts';

/** What a mail that no mail caused is written with. */
export type Unasked = Desk & { settings: Facts['settings'] };

/** Tells those who have a ticket that its pause is over; who paused it, when and why stands in the journal. */
export function notifyWoken(desk: Unasked, scene: TicketScene, ticket: Ticket): Effect[] {
  const paused = scene.journal.findLast(({ event }) => event === 'paused');
  const reason = typeof paused?.data.reason === 'string' ? paused.data.reason : '';
  return whoIsTold(ticket, scene.participants, desk.settings.people, null).flatMap((person) => {
    const pausedOn = timeFor(paused?.at ?? ticket.updated, person, desk.settings.desk);
    const data = { ...lastWords(desk, scene, ticket, person), pausedOn, reason };
    return toAssociate(desk, person, { ticket, template: 'notify-woken', data, automatic: 'auto-generated' });
  });
}

function lastWords(
  desk: Unasked,
  scene: TicketScene,
  ticket: Ticket,
  person: Person,
): Omit<TemplateData['notify-woken'], 'pausedOn' | 'reason'> {
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
