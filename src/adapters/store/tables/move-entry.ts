import type { Effect } from '../../../domain/effect.ts';
import type { At } from '../search.ts';

/** An entry goes to another ticket: its mail counts as that one's, and the id routes there for good. */
export async function moveEntry(
  { tx }: At,
  { entry, ticket }: Extract<Effect, { act: 'move-entry' }>,
  now: number,
): Promise<void> {
  const row = await tx
    .selectFrom('messages')
    .select(['ticket', 'message_id', 'sha256'])
    .where('id', '=', entry)
    .executeTakeFirst();
  if (row === undefined) return;
  await tx.updateTable('messages').set({ ticket }).where('id', '=', entry).execute();
  if (row.message_id !== null)
    await tx.updateTable('message_ids').set({ ticket, moved: 1 }).where('message_id', '=', row.message_id).execute();
  if (row.sha256 !== null)
    await tx.updateTable('arrivals').set({ ticket }).where('sha256', '=', row.sha256).where('ticket', '=', row.ticket).execute();
  await tx.updateTable('tickets').set({ updated: now }).where('number', 'in', [row.ticket, ticket]).execute();
}
