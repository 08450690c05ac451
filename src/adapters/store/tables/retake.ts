import type { Effect } from '../../../domain/effect.ts';
import { prepared } from '../prepared.ts';
import type { At } from '../search.ts';

/**
 * Puts a decided mail back to where it was received, with what a person said of it, and takes what was held of it off its
 * ticket: the next look at it writes that anew.
 */
export async function retake(at: At, { arrival, lift }: Extract<Effect, { act: 'retake' }>): Promise<void> {
  const { tx } = at;
  const row = await tx.selectFrom('arrivals').select(['sha256', 'ticket']).where('id', '=', arrival).executeTakeFirst();
  if (row === undefined) return;
  await tx
    .updateTable('arrivals')
    .set({ state: 'received', attempts: 0, outcome: null, ticket: null, content_hash: null, lift: JSON.stringify(lift) })
    .where('id', '=', arrival)
    .execute();
  if (row.ticket === null) return;
  const held = await tx
    .selectFrom('messages')
    .select('id')
    .where('ticket', '=', row.ticket)
    .where('sha256', '=', row.sha256)
    .where('status', '=', 'held')
    .execute();
  for (const { id } of held) {
    await forgetAttachments(at, { id });
    await at.search.remove(tx, id);
    await forget(at, { id });
  }
}

type Held = { id: Parameters<At['search']['remove']>[1] };
const forgetAttachments = prepared((tx, { id }: Held) => tx.deleteFrom('message_attachments').where('message', '=', id));
const forget = prepared((tx, { id }: Held) => tx.deleteFrom('messages').where('id', '=', id));
