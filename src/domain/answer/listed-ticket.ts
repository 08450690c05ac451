import { promisedDay } from '../digest/worklist.ts';
import { tagOf, threadSubject } from '../match/subject-tag.ts';
import { listed, type Part, say } from '../saying.ts';
import type { CustomerSettings, DeskSettings, Person } from '../settings.ts';
import { clockWords } from '../sla/clock-words.ts';
import { type KeptClock, soonest } from '../sla/kept-clock.ts';
import type { Ticket } from '../ticket.ts';
import { stateIn } from '../workflow/process-words.ts';
import { ageOf } from './age.ts';
import type { ListedTicket } from './letter-data.ts';
import { turnOf } from './standing.ts';
import type { Action } from './template-data.ts';
import { dayFor, timeFor } from './time-for.ts';

/** For whom tickets are listed, and when. */
export type Listing = {
  person: Person;
  desk: DeskSettings;
  customers: readonly Pick<CustomerSettings, 'id' | 'name'>[];
  now: number;
};

/** A ticket as a line of a list; its links are the caller's. */
export function listedTicket(
  { person, desk, customers, now }: Listing,
  ticket: Ticket,
  clocks: readonly KeptClock[],
  actions: readonly Action[],
): ListedTicket {
  return {
    ...{ tag: tagOf(desk.prefix, ticket.number), title: ticket.subject, state: stateIn(ticket), severity: ticket.severity ?? '' },
    whoseTurn: turnOf(ticket, person),
    assignee: ticket.assignee ?? '',
    customer: customers.find(({ id }) => id === ticket.customer)?.name ?? '',
    age: ageOf(ticket.opened, now),
    due: ticket.closed === null ? dueText(ticket, soonest(clocks), { person, desk, now }) : '',
    actions: actions.map((action) => ({ ...action, subject: subjectOf(ticket, desk) })),
  };
}

/** A link that opens a mail with that command, whose words are those of the button of that name. */
export const ready = (command: string): Action => ({ label: command, href: '', command });

const subjectOf = ({ number, subject }: Ticket, { prefix }: DeskSettings): string =>
  threadSubject(tagOf(prefix, number), subject);

function dueText(ticket: Ticket, clock: ReturnType<typeof soonest>, { person, desk, now }: Omit<Listing, 'customers'>): Part {
  const promised = promisedDay(ticket);
  const parts: Part[] = [
    ...(clock === null ? [] : [clockText(clock.name, clock.due <= now, timeFor(clock.due, person, desk))]),
    ...(promised === null ? [] : [say`promised for ${dayFor(Date.parse(promised), person, desk)}`]),
  ];
  return parts.length === 0 ? '' : listed(parts, ' · ');
}

const clockText = (name: string, isLate: boolean, at: string): Part =>
  isLate ? say`${clockWords(name)}: overdue since ${at}` : say`${clockWords(name)}: due ${at}`;
