import type { TicketScene } from '../decide/facts.ts';
import type { Person } from '../settings.ts';
import type { Participant, Ticket } from '../ticket.ts';
import { planOf } from '../workflow/state-plan.ts';

/**
 * Who hears of what happens on a ticket: unassigned, its team (all associates and leads where no team is named);
 * assigned, the assignee and those who watch. `notify` of each person widens or silences that.
 */
export function whoIsTold(
  ticket: Pick<Ticket, 'assignee' | 'team'>,
  participants: readonly Participant[],
  people: readonly Person[],
  author: Person | null,
): Person[] {
  const team = people.filter(({ teams }) => ticket.team !== null && teams.includes(ticket.team));
  const crew = team.length > 0 ? team : people.filter(({ roles }) => roles.includes('associate') || roles.includes('lead'));
  const watchers = participants.filter(({ role }) => role === 'watcher').map(({ address }) => address);
  const hears = (person: Person): boolean => {
    if (person.notify === 'none' || person.roles.includes('operator')) return false;
    if (person.notify === 'all' || person.addresses.some((address) => watchers.includes(address))) return true;
    if (ticket.assignee === null) return crew.includes(person);
    return ticket.assignee === person.handle || (person.notify === 'team' && team.includes(person));
  };
  return people.filter((person) => person !== author && hears(person));
}

/** Those who are woken when something is wrong with the desk itself. */
export const admins = (people: readonly Person[]): Person[] => people.filter(({ roles }) => roles.includes('admin'));

/**
 * Whose plain reply goes to the customer; everybody else's is a note. A process may have those who hold a ticket answer
 * themselves, in some of its states.
 */
export const repliesToCustomer = (
  person: Pick<Person, 'roles' | 'handle'>,
  on: Pick<TicketScene, 'ticket' | 'workflow'> | null,
): boolean => mayAlways(person) || (on !== null && isHolder(person, on.ticket) && answersIn(on));

const mayAlways = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('associate') ||
  roles.includes('lead') ||
  roles.every((role) => role === 'admin' || role === 'manager' || role === 'sales');

const isHolder = ({ handle, roles }: Pick<Person, 'roles' | 'handle'>, { assignee, fields }: Ticket): boolean =>
  (assignee === handle || fields.spoc_ours === handle) && roles.some((role) => role !== 'operator');

const answersIn = ({ ticket, workflow }: Pick<TicketScene, 'ticket' | 'workflow'>): boolean => {
  const { group } = planOf(workflow, ticket.state);
  return [group, ticket.state].some((name) => name !== null && workflow.options.repliesToCustomer.includes(name));
};
