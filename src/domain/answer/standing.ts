import { commands } from '../decide/commands/index.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import type { Action, Standing, Turn } from './template-data.ts';
import { repliesToCustomer } from './told.ts';

/** Whose turn it is on a ticket, and what a plain answer of this person does; '' where there is no ticket. */
export const standing = (ticket: Ticket | null, person: Person): Standing => ({
  whoseTurn: ticket === null ? '' : turnOf(ticket, person),
  plainReplyDoes: repliesToCustomer(person) ? 'customer' : 'note',
});

/** Whose turn it is, as this person sees it. */
export function turnOf(ticket: Ticket, person: Person): Turn {
  if (ticket.waitsFor === 'customer' || ticket.waitsFor === 'nobody') return ticket.waitsFor;
  return ticket.assignee === person.handle ? 'you' : 'associates';
}

/** Links for what this person may do now; `href` is written when the mail leaves, for the address it is signed with. */
export const actionsFor = (ticket: Ticket, person: Person): Action[] =>
  commands
    .filter(({ roles, fits }) => fits(ticket) && roles.some((role) => person.roles.includes(role)))
    .filter(({ name }) => offered.includes(name))
    .map(({ name }) => ({ label: name, href: '', command: name }));

/** Those that need nothing typed; `reply` is what the mail client's own button does. */
const offered: readonly string[] = ['take', 'close', 'reopen', 'note', 'status'];
