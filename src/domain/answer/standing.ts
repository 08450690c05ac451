import { commands } from '../decide/commands/index.ts';
import { headingOf } from '../decide/flow/labels.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { offersFor } from '../workflow/offers.ts';
import { lookAt, type Place, whoOf } from '../workflow/place.ts';
import { simple } from '../workflow/simple.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Action, Standing, Turn } from './template-data.ts';
import { repliesToCustomer } from './told.ts';

/** Whose turn it is on a ticket, and what a plain answer of this person does; '' where there is no ticket. */
export const standing = (ticket: Ticket | null, person: Person, workflow: Workflow = simple): Standing => ({
  whoseTurn: ticket === null ? '' : turnOf(ticket, person),
  plainReplyDoes: repliesToCustomer(person, ticket === null ? null : { ticket, workflow }) ? 'customer' : 'note',
});

/** Whose turn it is, as this person sees it. */
export function turnOf(ticket: Ticket, person: Person): Turn {
  if (ticket.waitsFor === 'customer' || ticket.waitsFor === 'nobody') return ticket.waitsFor;
  if (ticket.waitsFor === 'staff') return ticket.assignee === person.handle ? 'you' : 'associates';
  if (ticket.waitsFor === 'engineer' && ticket.assignee !== null) return ticket.assignee === person.handle ? 'you' : 'engineer';
  const role = ticket.waitsFor === 'provider' ? 'operator' : ticket.waitsFor;
  return person.roles.includes(role) ? 'you' : ticket.waitsFor;
}

/** Links for what this person may do now; `href` is written when the mail leaves, for the address it is signed with. */
export function actionsFor(place: Place, person: Person, now: number): Action[] {
  const { ticket } = place;
  const common = commands
    .filter(({ roles, fits }) => fits(ticket) && roles.some((role) => person.roles.includes(role)))
    .filter(({ name }) => offered.includes(name))
    .map(({ name }): Action => ({ label: name, href: '', command: name }));
  const first = common.filter(({ command }) => command === 'take');
  return [...first, ...stepsFor(place, person, now), ...common.filter((one) => !first.includes(one))];
}

/** Those that need nothing typed; `reply` is what the mail client's own button does. */
const offered: readonly string[] = ['take', 'close', 'reopen', 'note', 'status'];

/** Steps of its process, in the order of its file; what has to come along stands in the mail, to be filled in. */
function stepsFor(place: Place, person: Person, now: number): Action[] {
  const { ticket, workflow } = place;
  return offersFor(workflow, ticket.state, whoOf(person, ticket), lookAt(place, now))
    .filter(({ command }) => !offered.includes(command) && command !== 'reply')
    .slice(0, mostSteps)
    .map(({ command, word, wants }) => {
      const typed = word === null ? command : `${command} ${word}`;
      const body = wants.map(headingOf).join('\n\n');
      return { label: labelOf(workflow, command, word), href: '', command: typed, ...(body === '' ? {} : { body }) };
    });
}

/** A process may call a command of every ticket otherwise than all buttons do. */
const labelOf = ({ name: process }: Place['workflow'], command: string, word: string | null): Action['label'] => ({
  label: word === null ? `verbs.${command}` : `verbs.${command}.words.${word}`,
  process,
});

/** More buttons than this nobody reads. */
const mostSteps = 6;
