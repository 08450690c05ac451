import { turnOf } from '../answer/standing.ts';
import type { TicketNo } from '../ids.ts';
import type { Person } from '../settings.ts';
import { type KeptClock, soonest } from '../sla/kept-clock.ts';
import type { Ticket } from '../ticket.ts';

/** One person's open tickets in the order of their day: each stands in one group only. */
export type Worklist = Readonly<Record<'overdue' | 'today' | 'yours' | 'waiting', readonly Ticket[]>>;

export type Work = {
  person: Person;
  /** Open ones. */
  tickets: readonly Ticket[];
  clocks: ReadonlyMap<TicketNo, readonly KeptClock[]>;
  now: number;
  /** The reader's day: its date, and when it ends (epoch ms). */
  today: { date: string; to: number };
};

/**
 * Puts them in order: what is late, the longest first; what is due today; what else is theirs to do; what waits for others. A
 * promised date counts as a clock does. A ticket that only waits is late all the same where its customer was promised a date.
 */
export function worklistOf(work: Work): Worklist {
  const ranked = work.tickets
    .map((ticket) => ({ ticket, ...groupOf(work, ticket) }))
    .toSorted((one, other) => one.at - other.at || one.ticket.number - other.ticket.number);
  const inGroup = (name: keyof Worklist): Ticket[] => ranked.filter(({ group }) => group === name).map(({ ticket }) => ticket);
  return { overdue: inGroup('overdue'), today: inGroup('today'), yours: inGroup('yours'), waiting: inGroup('waiting') };
}

/** `at`: by which it is sorted. */
function groupOf({ person, clocks, now, today }: Work, ticket: Ticket): { group: keyof Worklist; at: number } {
  const clock = soonest(clocks.get(ticket.number) ?? []);
  const promised = promisedDay(ticket);
  const dayAt = promised === null ? Number.POSITIVE_INFINITY : Date.parse(promised);
  const at = Math.min(clock?.due ?? Number.POSITIVE_INFINITY, dayAt);
  if ((clock !== null && clock.due <= now) || (promised !== null && promised < today.date)) return { group: 'overdue', at };
  if ((clock !== null && clock.due < today.to) || promised === today.date) return { group: 'today', at };
  return { group: turnOf(ticket, person) === 'you' ? 'yours' : 'waiting', at: Math.min(at, ticket.updated + later) };
}

/** What has a date goes before what has none. */
const later = 1e13;

/** The day by which its customer was told to expect it, ISO; null where none was. */
export const promisedDay = ({ fields }: Pick<Ticket, 'fields'>): string | null =>
  /^\d{4}-\d\d-\d\d/.exec(fields['eta'] ?? '')?.[0] ?? null;
