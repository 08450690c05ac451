import type { ListedTicket } from '../answer/letter-data.ts';
import { listedTicket, ready } from '../answer/listed-ticket.ts';
import { type Desk, toAssociate } from '../answer/outgoing.ts';
import { actionsFor } from '../answer/standing.ts';
import { dayFor } from '../answer/time-for.ts';
import type { Facts } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import { tagOf } from '../match/subject-tag.ts';
import type { Person } from '../settings.ts';
import type { KeptClock } from '../sla/kept-clock.ts';
import type { Ticket } from '../ticket.ts';
import type { Place } from '../workflow/place.ts';
import { comesAgain, endingLink } from './coming.ts';
import { type Worklist, worklistOf } from './worklist.ts';

/** What one person's worklist is made from. */
export type WorklistFacts = Desk & {
  settings: Facts['settings'];
  person: Person;
  tickets: readonly Ticket[];
  clocks: ReadonlyMap<TicketNo, readonly KeptClock[]>;
  /** Of those of them whose next steps are offered. */
  places: ReadonlyMap<TicketNo, Place>;
  /** Open tickets that nobody has. */
  free: number;
  today: { date: string; to: number };
};

/** Tickets that one mail shows; a longer one is read by nobody. */
export const longestWorklist = 40;
/** Links under a ticket, beside its status. */
const mostLinks = 2;

/** Somebody's own tickets, in the morning; nothing to somebody who has none. */
export function worklistMail(facts: WorklistFacts): Effect[] {
  const { person, tickets, settings, free, today } = facts;
  if (tickets.length === 0) return [];
  const work = worklistOf(facts);
  const shown = shortened(work, longestWorklist);
  const listed = (some: readonly Ticket[]): ListedTicket[] => some.map((ticket) => lineOf(facts, ticket));
  const [first] = shown.overdue.concat(shown.today, shown.yours, shown.waiting);
  const data = {
    deskName: settings.desk.name,
    day: dayFor(Date.parse(today.date), person, settings.desk),
    overdue: listed(shown.overdue),
    today: listed(shown.today),
    yours: listed(shown.yours),
    waiting: listed(shown.waiting),
    count: tickets.length,
    late: work.overdue.length,
    more: Math.max(0, tickets.length - longestWorklist),
    free,
    example: first === undefined ? '' : tagOf(settings.desk.prefix, first.number),
    actions: ['list mine', ...(free > 0 ? ['list unassigned'] : [])].map((command) => ({ ...ready(command), subject: '' })),
    off: endingLink('worklist'),
  };
  return toAssociate(facts, person, { ...comesAgain('worklist'), template: 'worklist', data });
}

/** What comes first in the day stays. */
function shortened(work: Worklist, most: number): Record<keyof Worklist, Ticket[]> {
  let room = most;
  const take = (some: readonly Ticket[]): Ticket[] => {
    const kept = some.slice(0, room);
    room -= kept.length;
    return kept;
  };
  return { overdue: take(work.overdue), today: take(work.today), yours: take(work.yours), waiting: take(work.waiting) };
}

function lineOf({ person, settings, now, clocks, places }: WorklistFacts, ticket: Ticket): ListedTicket {
  const place = places.get(ticket.number);
  const steps = place === undefined ? [] : actionsFor(place, person, now).filter(({ command }) => !isAlways(command));
  const { desk, customers } = settings;
  const listing = { person, desk, customers, now };
  const links = [...steps.slice(0, mostLinks), ready('status')];
  // Whose they are goes without saying.
  return { ...listedTicket(listing, ticket, clocks.get(ticket.number) ?? [], links), assignee: '' };
}

const isAlways = (command: string): boolean => command === 'status' || command === 'note';
