import { sql } from 'kysely';
import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId, OutboxId } from '../../../domain/ids.ts';
import type { NewOutboxRow, OutboxState } from '../../../domain/outbox.ts';
import type { Writing } from '../../../domain/ports.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { claimMails } from './claim-mails.ts';
import { addressKey } from './contacts.ts';
import { unfold, waitTogether } from './fold-mails.ts';
import { outboxRowFrom } from './outbox.ts';

type OutboxWrites = Pick<Writing, 'claimDue' | 'releaseLeases' | 'settle' | 'retry' | 'keepFiles'>;

/** O1 to O4: a row is claimed, then sent, waiting again, failed or blocked. */
export function outboxWrites(at: At): OutboxWrites {
  const { tx } = at;
  return {
    async claimDue(now, limit, owner, leaseUntil, limits) {
      return (await claimMails(at, { now, limit, owner, leaseUntil }, limits)).map(outboxRowFrom);
    },
    async releaseLeases(owner, now) {
      const { numUpdatedRows } = await tx
        .updateTable('outbox')
        .set({ state: 'waiting', next: now, lease_owner: null, lease_until: null })
        .where('state', '=', sql.lit('sending'))
        .where('lease_owner', '<>', owner)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    async settle(id, owner, to) {
      return (await settle(at, { id, owner, ...to })).numAffectedRows === 1n;
    },
    async keepFiles(id, files) {
      await tx
        .updateTable('outbox')
        .set({ attachments: JSON.stringify(files) })
        .where('id', '=', id)
        .execute();
    },
    async retry(id, now) {
      const { numUpdatedRows } = await tx
        .updateTable('outbox')
        .set({ state: 'waiting', next: now })
        .where('id', '=', id)
        .where('state', 'in', ['failed', 'blocked', 'held'])
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

type Settling = Parameters<Writing['settle']>[2] & { id: OutboxId; owner: string };

const settle = prepared((tx, { id, owner, state, next, error, at, copy = null }: Settling) =>
  tx
    .updateTable('outbox')
    .set({ state, next, error, settled: at, copy, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .where('state', '=', sql.lit('sending'))
    .where('lease_owner', '=', owner),
);

/** Puts a mail in the outbox, in the transaction of what caused it. */
export async function queueMail(at: At, mail: NewOutboxRow, now: number, arrival: ArrivalId | null): Promise<void> {
  const { to, fromName, messageId, inReplyTo, references, data, attachments, notBefore, foldUntil: _, digest, ...same } = mail;
  const foldUntil = await waitTogether(at, mail);
  await insertRow(at, 'outbox', {
    ...same,
    to_name: to.name,
    to_address: addressKey(to.address),
    from_name: fromName,
    message_id: messageId,
    in_reply_to: inReplyTo,
    refs: JSON.stringify(references),
    attachments: JSON.stringify(attachments),
    state: notBefore > now ? 'delayed' : 'waiting',
    attempts: 0,
    next: notBefore,
    created: now,
    arrival,
    data: JSON.stringify(data),
    fold_until: foldUntil,
    digest: digest === undefined ? null : JSON.stringify(digest),
  });
}

/** Calls off what has not left: nobody can call back what a server has taken. What was to leave with it leaves alone. */
export async function cancelMails(at: At, { mails }: Extract<Effect, { act: 'cancel-mails' }>, now: number): Promise<void> {
  if (mails.length === 0) return;
  const { tx } = at;
  const rows = await tx
    .selectFrom('outbox as o')
    .leftJoin('outbox as carrier', 'carrier.id', 'o.folded_into')
    .select(['o.id', 'o.state', 'carrier.state as carried'])
    .where('o.message_id', 'in', mails)
    .execute();
  const gone = rows.filter(({ state, carried }) => recallable.includes(carried ?? state)).map(({ id }) => id);
  if (gone.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', next: null, settled: now, folded_into: null })
    .where('id', 'in', gone)
    .execute();
  await unfold(at, gone, now);
}

const recallable: readonly OutboxState[] = ['delayed', 'held', 'waiting', 'blocked'];

/** Nobody will get it: it stays on its ticket as a text that was dropped. */
export async function unsay({ tx }: At, { messageId }: Extract<Effect, { act: 'unsay' }>): Promise<void> {
  const called = tx
    .selectFrom('outbox')
    .select('message_id')
    .where('message_id', '=', messageId)
    .where('state', '=', 'cancelled');
  await tx
    .updateTable('messages')
    .set({ status: 'dropped' })
    .where('direction', '=', 'out')
    .where('message_id', 'in', called)
    .execute();
}

/** A mail of ours came back: it is over, and its row says why. What was called off stays so. */
export async function markBounced(
  { tx }: At,
  { outbox, diagnostic }: Extract<Effect, { act: 'mark-bounced' }>,
  now: number,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', next: null, error: diagnostic, settled: now, lease_owner: null, lease_until: null })
    .where('id', '=', outbox)
    .where('state', '<>', 'cancelled')
    .execute();
}
