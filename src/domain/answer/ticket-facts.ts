import type { Facts } from '../decide/facts.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import type { Fact } from './template-data.ts';
import { timeFor } from './time-for.ts';

/** All that is set on a ticket, as its status mail lists it. */
export function ticketFacts({ settings }: Facts, ticket: Ticket, person: Person): Fact[] {
  const { desk, customers } = settings;
  const moment = (at: number | null): string | null => (at === null ? null : timeFor(at, person, desk));
  const rows: readonly (readonly [string, string | null])[] = [
    ['State', ticket.state],
    ['Paused until', moment(ticket.pausedUntil)],
    ['Assignee', ticket.assignee],
    ['Level', ticket.level],
    ['Team', ticket.team],
    ['Customer', customers.find(({ id }) => id === ticket.customer)?.name ?? ticket.customer],
    ['Requester', ticket.requester],
    ['Type', ticket.type],
    ['Severity', ticket.severity],
    ['Priority', ticket.priority],
    ['Complexity', ticket.complexity],
    ['Impact', ticket.fields.impact ?? null],
    ['Tags', ticket.tags.join(', ') || null],
    ...Object.keys(desk.fields).map((name) => [name, ticket.fields[name] ?? null] as const),
    ['Opened', moment(ticket.opened)],
    ['Closed', moment(ticket.closed)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
