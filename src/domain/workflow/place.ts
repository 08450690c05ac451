import type { Facts, TicketScene } from '../decide/facts.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { factsOf } from './facts-of.ts';
import type { Look } from './guard.ts';
import { workflowNamed } from './of-ticket.ts';
import { openAsks } from './records.ts';
import type { Standing } from './standing.ts';
import type { Who } from './who.ts';

/** A ticket with all that its process looks at. */
export type Place = Pick<TicketScene, 'ticket' | 'workflow' | 'records' | 'messages' | 'requester'>;

/** The ticket that a mail is about, as it is by now; one that the mail opens has nothing on record but its customer. */
export const placeOf = (facts: Pick<Facts, 'scene' | 'settings' | 'lookups' | 'newRecords'>, ticket: Ticket): Place => {
  const { scene, settings, lookups, newRecords } = facts;
  const known = scene?.ticket.number === ticket.number ? scene : lookups.tickets.get(ticket.number);
  const workflow = workflowNamed(ticket.workflow, settings.workflows);
  if (known !== undefined) return { ...known, ticket, ...(isFollowed(known.ticket, ticket) ? {} : { workflow }) };
  return { ticket, workflow, records: newRecords, messages: [], requester: null };
};

/** Whether it is still the process it was. */
const isFollowed = (was: Ticket, now: Ticket): boolean =>
  was.workflow === now.workflow && was.workflowVersion === now.workflowVersion;

/** Where it stands in its process. */
export const standingOf = ({ ticket, records }: Pick<Place, 'ticket' | 'records'>): Standing => ({
  state: ticket.state,
  trail: ticket.trail,
  waitsFor: ticket.waitsFor,
  open: openAsks(records),
});

/** What conditions of its process find. */
export const lookAt = ({ ticket, workflow, records, messages, requester }: Place, now: number): Look =>
  factsOf({
    ticket,
    records,
    messages,
    now,
    checklists: workflow.checklists,
    isKnown: ticket.customer !== null || requester?.known === true,
  });

/** One of us, as the steps of a process name them. An outside party has no other side than its own. */
export function whoOf({ handle, roles, level }: Person, { assignee, fields }: Pick<Ticket, 'assignee' | 'fields'>): Who {
  const isOutside = roles.every((role) => role === 'operator');
  const sides = isOutside ? ['provider'] : ['staff', 'team'];
  return {
    roles,
    level,
    sides: [...sides, ...(assignee === handle ? ['owner'] : []), ...(fields.spoc_ours === handle ? ['spoc_ours'] : [])],
  };
}
