import type { DueEffect } from '../../../domain/due/due-store.ts';
import type { TicketNo } from '../../../domain/ids.ts';
import type { ClockReads, KeptClock } from '../../../domain/sla/kept-clock.ts';
import type { Tx } from '../schema.ts';
import type { At } from '../search.ts';

/** The clocks of service plans, as they stood when somebody last looked. */
export const clockReads = ({ tx, now }: At): ClockReads => ({
  async lateByHolder() {
    const rows = await tx
      .selectFrom('tickets as t')
      .innerJoin('associates as s', 's.id', 't.assignee')
      .select(({ fn }) => ['s.handle', fn.countAll<number>().as('count')])
      .where('t.closed', 'is', null)
      .where('t.deleted', 'is', null)
      .where('t.number', 'in', breachedTickets(tx, now()))
      .groupBy('s.handle')
      .execute();
    return new Map(rows.map(({ handle, count }) => [handle, Number(count)]));
  },
  async clocksOn(tickets) {
    const found = new Map<TicketNo, KeptClock[]>();
    if (tickets.length === 0) return found;
    const rows = await tx.selectFrom('clocks').selectAll().where('ticket', 'in', tickets).orderBy('due').execute();
    for (const { ticket, ...clock } of rows) found.set(ticket, [...(found.get(ticket) ?? []), clock]);
    return found;
  },
});

/** Tickets with a clock that has run out, and that what it waits for has not stopped. */
export const breachedTickets = (tx: Tx, now: number) =>
  tx
    .selectFrom('clocks')
    .select('ticket')
    .where('due', '<=', now)
    .where('ended', 'is', null)
    .where('state', 'in', ['running', 'breached']);

/** Keeps them; where nothing changed nothing is written. */
export async function keepClocks({ tx }: At, { ticket, clocks }: Extract<DueEffect, { act: 'keep-clocks' }>): Promise<void> {
  const before = await tx.selectFrom('clocks').selectAll().where('ticket', '=', ticket).execute();
  const lineOf = ({ name, state, due, ended }: KeptClock): string => `${name} ${state} ${due} ${ended}`;
  const lines = new Set(before.map(lineOf));
  if (before.length === clocks.length && clocks.every((clock) => lines.has(lineOf(clock)))) return;
  await tx.deleteFrom('clocks').where('ticket', '=', ticket).execute();
  if (clocks.length > 0)
    await tx
      .insertInto('clocks')
      .values(clocks.map((clock) => ({ ticket, ...clock })))
      .execute();
}
