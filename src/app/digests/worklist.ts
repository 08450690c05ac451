import { dayOf } from '../../domain/digest/days.ts';
import { promisedDay } from '../../domain/digest/worklist.ts';
import { longestWorklist, type WorklistFacts, worklistMail } from '../../domain/digest/worklist-mail.ts';
import type { Effect } from '../../domain/effect.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Person, Role } from '../../domain/settings.ts';
import { soonest } from '../../domain/sla/kept-clock.ts';
import type { Party, Ticket } from '../../domain/ticket.ts';
import type { Place } from '../../domain/workflow/place.ts';
import { sceneOf } from '../journey/5-match.ts';
import type { Writing } from './writers.ts';

/** Tickets of one person that are put in order; beyond them nobody has an order any more. */
const most = 500;

/** The morning's work of one person. */
export async function writeWorklist(at: Reading, on: Writing): Promise<Effect[]> {
  const { settings, person, now, newId } = on;
  const tickets = await theirs(at, person);
  const clocks = await at.clocksOn(tickets.map(({ number }) => number));
  const today = dayOf(now, person.timezone ?? settings.desk.timezone);
  const first = tickets.toSorted((one, other) => urgency(clocks, one) - urgency(clocks, other)).slice(0, longestWorklist);
  return worklistMail({
    ...{ settings, now, newId, person, tickets, clocks, today },
    places: await placesOf(at, on, first),
    free: await at.ticketCount({ open: true, unassigned: true }),
  });
}

/** Those they have, and those that wait for somebody of their role. */
async function theirs(at: Reading, { handle, roles }: Person): Promise<Ticket[]> {
  const mine = await at.tickets({ open: true, mine: handle, limit: most });
  const parties = roles.flatMap((role) => waiting[role] ?? []);
  const wanted = parties.length === 0 ? [] : await at.tickets({ open: true, waitsFor: parties, limit: most });
  const isTheirs = ({ assignee, waitsFor }: Ticket): boolean => waitsFor !== 'engineer' || assignee === null;
  return [...new Map([...mine, ...wanted.filter(isTheirs)].map((ticket) => [ticket.number, ticket])).values()];
}

/** What a ticket waits for where it waits for whoever has a role. */
const waiting: Readonly<Partial<Record<Role, Party>>> = {
  lead: 'lead',
  engineer: 'engineer',
  manager: 'manager',
  sales: 'sales',
};

function urgency(clocks: WorklistFacts['clocks'], ticket: Ticket): number {
  const day = promisedDay(ticket);
  const clock = soonest(clocks.get(ticket.number) ?? [])?.due ?? Number.MAX_SAFE_INTEGER;
  return Math.min(clock, day === null ? Number.MAX_SAFE_INTEGER : Date.parse(day));
}

async function placesOf(at: Reading, { settings, person }: Writing, tickets: readonly Ticket[]) {
  const places = new Map<TicketNo, Place>();
  for (const { number } of tickets) {
    const scene = await sceneOf(at, number, { kind: 'associate', person }, settings);
    if (scene !== null) places.set(number, scene);
  }
  return places;
}
