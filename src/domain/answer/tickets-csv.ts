import { tagOf } from '../match/subject-tag.ts';
import type { Ticket } from '../ticket.ts';

/** Tickets as a file that spreadsheets open: RFC 4180, with the mark by which Excel knows UTF-8. */
export function ticketsCsv(tickets: readonly Ticket[], prefix: string): string {
  const rows = tickets.map((ticket) => [
    tagOf(prefix, ticket.number),
    ticket.subject,
    ticket.state,
    ticket.waitsFor,
    ...[ticket.assignee, ticket.severity, ticket.priority, ticket.type, ticket.customer, ticket.requester],
    ...[ticket.opened, ticket.updated, ticket.closed].map((at) => (at === null ? '' : new Date(at).toISOString())),
  ]);
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const columns = ['ticket', 'title', 'state', 'waits for', 'assignee', 'severity', 'priority', 'type'].concat([
  'customer',
  'requester',
  'opened',
  'updated',
  'closed',
]);

/** A title that begins like a formula would be run as one where the file is opened. */
function cell(value: string | null): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
