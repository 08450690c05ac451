import type { Effect } from '../../../domain/effect.ts';
import type { MessageId } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { KeptUndo, Undo } from '../../../domain/ticket.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

/** What associates can take back. */
export function undoReads({ tx }: At): Pick<Reading, 'lastUndo'> {
  return {
    async lastUndo(ticket, handle) {
      const row = await tx
        .selectFrom('undos as u')
        .innerJoin('associates as s', 's.id', 'u.associate')
        .select(['u.id', 'u.at', 'u.undo', 'u.used'])
        .where('u.ticket', '=', ticket)
        .where('s.handle', '=', handle)
        .orderBy('u.id', 'desc')
        .executeTakeFirst();
      if (row === undefined || row.used === 1) return null;
      const undo = fromJson<Undo>(row.undo);
      return { ...undo, id: row.id, at: row.at, states: await statesOf(tx, undo.mails) };
    },
  };
}

/** Of mails, what has become of each. */
export async function statesOf(tx: At['tx'], mails: readonly MessageId[]): Promise<KeptUndo['states']> {
  if (mails.length === 0) return new Map();
  const rows = await tx
    .selectFrom('outbox as o')
    .leftJoin('outbox as carrier', 'carrier.id', 'o.folded_into')
    .select(['o.message_id', 'o.to_name', 'o.to_address', 'o.state', 'carrier.state as carried'])
    .where('o.message_id', 'in', mails)
    .execute();
  return new Map(rows.map((row) => [row.message_id, { to: row.to_name || row.to_address, state: row.carried ?? row.state }]));
}

/** Remembers how a mail's deeds are taken back. */
export async function keepUndo(
  at: At,
  { ticket, handle, undo }: Extract<Effect, { act: 'keep-undo' }>,
  now: number,
): Promise<void> {
  const associate = await associateRow(at, handle, now);
  await insertRow(at, 'undos', { ticket, associate, at: now, undo: JSON.stringify(undo), used: 0 });
}

/** It was taken back; a second time there is nothing to take. */
export async function useUndo({ tx }: At, { undo }: Extract<Effect, { act: 'undone' }>): Promise<void> {
  await tx.updateTable('undos').set({ used: 1 }).where('id', '=', undo).execute();
}
