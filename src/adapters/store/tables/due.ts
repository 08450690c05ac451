import type { DueEffect, DueReads } from '../../../domain/due/due-store.ts';
import type { Effect } from '../../../domain/effect.ts';
import type { TicketNo } from '../../../domain/ids.ts';
import { prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { phasesOf } from './phases.ts';

type Does<Act extends DueEffect['act']> = Extract<DueEffect, { act: Act }>;

/** What time has to do with tickets. */
export const dueReads = (at: At): DueReads => ({
  async toLookAt(by, limit) {
    const rows = await at.tx.selectFrom('looks').select('ticket').where('at', '<=', by).orderBy('at').limit(limit).execute();
    return rows.map(({ ticket }) => ticket);
  },
  async nextLook(ticket) {
    const row = await at.tx.selectFrom('looks').select('at').where('ticket', '=', ticket).executeTakeFirst();
    return row?.at ?? null;
  },
  phases: (ticket) => phasesOf(at, ticket),
  async lastByUs(ticket) {
    const { max } = at.tx.fn;
    const deed = at.tx.selectFrom('journal').where('ticket', '=', ticket).where('actor_kind', '=', 'associate');
    const word = at.tx.selectFrom('messages').where('ticket', '=', ticket).where('direction', 'in', ['out', 'note']);
    const done = await deed.select(max<number | null>('at').as('at')).executeTakeFirst();
    const said = await word.select(max<number | null>('at').as('at')).executeTakeFirst();
    const last = Math.max(done?.at ?? 0, said?.at ?? 0);
    return last === 0 ? null : last;
  },
  async doneByTime(ticket) {
    const rows = await at.tx.selectFrom('done_by_time').select(['key', 'at']).where('ticket', '=', ticket).execute();
    return new Map(rows.map((row) => [row.key, row.at]));
  },
  async stuck() {
    const rows = await at.tx
      .selectFrom('looks')
      .select(['ticket', 'failed'])
      .where('failed', 'is not', null)
      .orderBy('ticket')
      .execute();
    return rows.map(({ ticket, failed }) => ({ ticket, failed: failed ?? '' }));
  },
  jobRuns: () => at.tx.selectFrom('job_runs').selectAll().execute(),
  lateMails: (by) =>
    at.tx
      .selectFrom('outbox as o')
      .leftJoin('tickets as t', 't.number', 'o.ticket')
      .select(['o.id', 'o.to_address as to', 't.customer'])
      .where('o.state', 'in', ['delayed', 'waiting'])
      .where('o.next', '<=', by)
      .where('o.attempts', '=', 0)
      .where('o.automatic', '=', 'auto-generated')
      .where('o.arrival', 'is', null)
      .where('o.template', 'not in', ['admin-alert', 'probe'])
      .where(({ or, eb }) => or([eb('t.severity', 'is', null), eb('t.severity', '<>', 'severe')]))
      .execute(),
  async handedOver() {
    const rows = await at.tx.selectFrom('handed_over').selectAll().execute();
    return rows.map(({ ticket, from_handle: from, to_handle: to }) => ({ ticket, from, to }));
  },
  async toldOnce(keys) {
    if (keys.length === 0) return new Set();
    const rows = await at.tx.selectFrom('told_once').select('key').where('key', 'in', keys).execute();
    return new Set(rows.map(({ key }) => key));
  },
});

/** Says when a ticket is looked at next. */
export async function lookAgain(at: At, { ticket, at: when, failed }: Does<'look-again'>): Promise<void> {
  if (when !== null) await lookAt(at, { ticket, when, failed: failed ?? null });
  else await at.tx.deleteFrom('looks').where('ticket', '=', ticket).execute();
}

/** Has everything that waits looked at. */
export async function lookAtAll({ tx }: At): Promise<void> {
  await tx.updateTable('looks').set({ at: 0 }).execute();
}

/** Has tickets looked at on which something was done. */
export async function noticeChanges(at: At, effects: readonly Effect[], now: number): Promise<void> {
  for (const ticket of new Set(effects.flatMap(ticketOf))) await lookAt(at, { ticket, when: now, failed: null });
}

/** Notes what time brought about, so that it does so once. */
export async function markDone({ tx }: At, { ticket, keys }: Does<'mark-done'>, now: number): Promise<void> {
  for (const key of keys)
    await tx
      .insertInto('done_by_time')
      .values({ ticket, key, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Notes what was told that hangs on no ticket, so that it is told once. */
export async function tellOnce({ tx }: At, { keys }: Does<'tell-once'>, now: number): Promise<void> {
  for (const key of keys)
    await tx
      .insertInto('told_once')
      .values({ key, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Has a mail leave later. */
export async function putMailOff({ tx }: At, { mail, at: when }: Does<'put-off'>): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ next: when })
    .where('id', '=', mail)
    .where('attempts', '=', 0)
    .where('next', 'is not', null)
    .execute();
}

/** Notes who has a ticket while somebody is away. */
export async function keepHanded({ tx }: At, { handed: { ticket, from, to } }: Does<'keep-handed'>): Promise<void> {
  const row = { from_handle: from, to_handle: to };
  await tx
    .insertInto('handed_over')
    .values({ ticket, ...row })
    .onConflict((conflict) => conflict.column('ticket').doUpdateSet(row))
    .execute();
}

/** They are back, or the ticket is another's by now. */
export async function dropHanded({ tx }: At, { ticket }: Does<'drop-handed'>): Promise<void> {
  await tx.deleteFrom('handed_over').where('ticket', '=', ticket).execute();
}

/** Lets go of runs that nobody is at any more. */
export async function freeJobs({ tx }: At): Promise<void> {
  await tx.updateTable('job_runs').set({ claimed: null }).execute();
}

/** Notes how a job stands. */
export async function keepJobRun({ tx }: At, { run }: Does<'keep-job-run'>): Promise<void> {
  await tx
    .insertInto('job_runs')
    .values(run)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(run))
    .execute();
}

const lookAt = prepared((tx, { ticket, when, failed }: { ticket: TicketNo; when: number; failed: string | null }) =>
  tx
    .insertInto('looks')
    .values({ ticket, at: when, failed })
    .onConflict((conflict) => conflict.column('ticket').doUpdateSet({ at: when, failed })),
);

const lookActs: readonly Effect['act'][] = ['look-again', 'mark-done', 'keep-clocks', 'queue-mail'];

function ticketOf(effect: Effect): TicketNo[] {
  if (lookActs.includes(effect.act)) return [];
  if (effect.act === 'open-ticket') return [effect.ticket.number];
  if (effect.act === 'open-ask') return [effect.ask.ticket];
  return 'ticket' in effect && effect.ticket !== null ? [effect.ticket] : [];
}
