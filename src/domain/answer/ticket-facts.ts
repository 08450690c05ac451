import type { Facts } from '../decide/facts.ts';
import type { Part } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { placeOf } from '../workflow/place.ts';
import { stateIn } from '../workflow/process-words.ts';
import { fieldFor } from './flow/field-for.ts';
import type { Fact } from './template-data.ts';
import { timeFor } from './time-for.ts';

/** All that is set on a ticket, as its status mail lists it. */
export function ticketFacts(facts: Facts, ticket: Ticket, person: Person): Fact[] {
  const { settings } = facts;
  const { stage } = ticket;
  const { desk, customers } = settings;
  const reader = { language: person.language ?? desk.language };
  const moment = (at: number | null): string | null => (at === null ? null : timeFor(at, person, desk));
  const { workflow } = placeOf(facts, ticket);
  const rows: readonly (readonly [Part, Part | null])[] = [
    ['State', stateIn(ticket)],
    ['Stage', stage === null ? null : { label: `stages.${stage}`, process: ticket.workflow }],
    ['Paused until', moment(ticket.pausedUntil)],
    ['Assignee', ticket.assignee],
    ['Level', ticket.level],
    ['Team', ticket.team],
    ['Customer', customers.find(({ id }) => id === ticket.customer)?.name ?? ticket.customer],
    ['Requester', ticket.requester || [ticket.fields['caller'], ticket.fields['reach']].filter(Boolean).join(', ') || null],
    [
      'Reported by',
      settings.people.find(({ handle }) => handle === ticket.fields['reporter'])?.name ?? ticket.fields['reporter'] ?? null,
    ],
    ['Type', ticket.type],
    ['Severity', ticket.severity],
    ['Priority', ticket.priority],
    ['Complexity', ticket.complexity],
    ['Impact', ticket.fields.impact ?? null],
    ['Tags', ticket.tags.join(', ') || null],
    ...Object.keys(desk.fields).map((name) => [name, ticket.fields[name] ?? null] as const),
    ...Object.keys(workflow.fields).flatMap((name) => {
      const kept = ticket.fields[name];
      if (kept === undefined || name in desk.fields) return [];
      const label: Part = { label: `fields.${name}`, process: workflow.name };
      return [[label, fieldFor({ workflow, name, kept, settings }, reader)] as const];
    }),
    ['Opened', moment(ticket.opened)],
    ['Closed', moment(ticket.closed)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
