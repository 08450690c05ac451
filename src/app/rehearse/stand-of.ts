import type { TicketNo } from '../../domain/ids.ts';
import type { Stand } from '../../domain/rehearsal/played.ts';
import { stateIn } from '../../domain/workflow/process-words.ts';
import { openAsks } from '../../domain/workflow/records.ts';
import type { House } from '../house.ts';

/** Where a ticket stands, as a person reads it; null where there is no such ticket. */
export async function standOf(house: House, number: TicketNo): Promise<Stand | null> {
  const { language } = house.settings().desk;
  const [ticket, open] = await house.store.read(
    async (at) => [await at.ticket(number), openAsks({ asks: await at.asks(number) })] as const,
  );
  if (ticket === null) return null;
  const label = house.words().labelOf(stateIn(ticket), language);
  const { workflow, state, stage, waitsFor, assignee, team, customer, fields } = ticket;
  const { severity, priority, complexity, type, level } = ticket;
  const values = {
    workflow,
    state: label === state ? state : `${label} (${state})`,
    stage,
    'waits for': waitsFor,
    asked: open.join(', '),
  };
  const people = { assignee, team, customer };
  const all = { ...values, ...people, severity, priority, complexity, type, level, ...fields };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value ?? '']));
}
