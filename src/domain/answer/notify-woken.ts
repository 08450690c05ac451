import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Ticket } from '../ticket.ts';
import { lastWords } from './last-words.ts';
import { type Desk, toAssociate } from './outgoing.ts';
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
