import type { Phase } from '../../../domain/due/phase.ts';
import type { TicketNo } from '../../../domain/ids.ts';
import type { TicketChange } from '../../../domain/ticket.ts';
import { insertRow } from '../prepared.ts';
import type { At } from '../search.ts';

/** How a ticket stood, from its beginning to now. */
export async function phasesOf({ tx }: At, ticket: TicketNo): Promise<Phase[]> {
  const rows = await tx.selectFrom('phases').selectAll().where('ticket', '=', ticket).orderBy('id').execute();
  return rows.map(({ id: _id, ticket: _ticket, waits_for, ...same }) => ({ ...same, waitsFor: waits_for }));
}

/** Begins a phase of a ticket. */
export async function beginPhase(
  at: At,
  ticket: TicketNo,
  { waitsFor, at: since, state, severity, level }: Phase,
): Promise<void> {
  await insertRow(at, 'phases', { ticket, at: since, state, waits_for: waitsFor, severity, level });
}

/** Begins one where a change has the ticket stand otherwise. */
export async function followPhase(at: At, ticket: TicketNo, change: TicketChange, now: number): Promise<void> {
  if (!marks.some((mark) => change[mark] !== undefined)) return;
  const last = (await phasesOf(at, ticket)).at(-1);
  if (last === undefined || marks.every((mark) => change[mark] === undefined || change[mark] === last[mark])) return;
  const { state = last.state, waitsFor = last.waitsFor, severity = last.severity, level = last.level } = change;
  await beginPhase(at, ticket, { at: now, state, waitsFor, severity, level });
}

const marks = ['state', 'waitsFor', 'severity', 'level'] as const;
