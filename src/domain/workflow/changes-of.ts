import type { Ticket, TicketChange } from '../ticket.ts';
import type { Moved } from './moved.ts';
import { closed } from './workflow.ts';

/** What a move changes of a ticket, and nothing that it leaves as it is. */
export function changesOf(ticket: Ticket, { state, stage, waitsFor, trail, sets }: Moved, now: number): TicketChange {
  const isOver = state === closed;
  const columns = columnNames.filter((name) => Object.hasOwn(sets, name)).map((name) => [name, sets[name] ?? null] as const);
  const fields = fieldsAfter(ticket.fields, sets);
  const after: TicketChange = {
    ...{ state, stage, waitsFor, trail, fields },
    ...Object.fromEntries(columns),
    closed: isOver ? (ticket.closed ?? now) : null,
    pausedUntil: state === ticket.state ? ticket.pausedUntil : null,
  };
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => !isSame(Reflect.get(ticket, key), value)));
}

/** What a process sets that a ticket has a place of its own for; all else is a field. */
const columnNames = ['severity', 'complexity', 'priority', 'type', 'level', 'assignee'] as const;
const isColumn = (name: string): boolean => columnNames.some((column) => column === name);

function fieldsAfter(fields: Ticket['fields'], sets: Moved['sets']): Ticket['fields'] {
  const own = Object.entries(sets).filter(([name]) => !isColumn(name));
  const kept = Object.entries(fields).filter(([name]) => !own.some(([set]) => set === name));
  return Object.fromEntries([...kept, ...own.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))]);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
