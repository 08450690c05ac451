import type { Effect } from '../effect.ts';
import type { Participant, Ticket } from '../ticket.ts';
import { type Desk, threadData, toAssociate } from './outgoing.ts';
import { standing } from './standing.ts';
import { admins, whoIsTold } from './told.ts';

/** The ticket that the mail was about, and those who take part in it. */
export type FailedOn = { ticket: Ticket; participants: readonly Participant[] };

/** Tells the house that a mail of ours did not arrive; admins where it belongs to no ticket. */
export function notifyOfFailure(desk: Desk, on: FailedOn | null, recipient: string, answer: string, body = ''): Effect[] {
  const { people } = desk.settings;
  const crew = on === null ? admins(people) : whoIsTold(on.ticket, on.participants, people, null);
  const data = { ...threadData(desk, on?.ticket ?? null), recipient, answer: answer.slice(0, 300), body, actions: [] };
  return crew
    .filter(({ addresses }) => !addresses.includes(recipient))
    .flatMap((person) =>
      toAssociate(desk, person, {
        ...{ ticket: on?.ticket ?? null, template: 'notify-failed', automatic: 'auto-generated' },
        data: { ...data, ...standing(on?.ticket ?? null, person) },
      }),
    );
}
