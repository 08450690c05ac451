import { csvOf } from '../csv.ts';
import { tagOf } from '../match/subject-tag.ts';
import type { Ticket } from '../ticket.ts';

/** Tickets as a file that spreadsheets open. */
export function ticketsCsv(tickets: readonly Ticket[], prefix: string): string {
  const rows = tickets.map((ticket) => [
    tagOf(prefix, ticket.number),
    ticket.subject,
    ticket.state,
    ticket.waitsFor,
    ...[ticket.assignee, ticket.severity, ticket.priority, ticket.type, ticket.customer, ticket.requester],
    ...[ticket.opened, ticket.updated, ticket.closed].map((at) => (at === null ? '' : new Date(at).toISOString())),
  ]);
  return csvOf([columns, ...rows]);
}

const columns = ['ticket', 'title', 'state', 'waits for', 'assignee', 'severity', 'priority', 'type'].concat([
  'customer',
  'requester',
  'opened',
  'updated',
  'closed',
]);
