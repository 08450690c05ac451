import { sql } from 'kysely';
import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId, OutboxId } from '../../../domain/ids.ts';
import type { Writing } from '../../../domain/ports.ts';
import type { NewOutboxRow } from '../../../domain/ticket.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { addressKey } from './contacts.ts';
import { isWaiting, outboxRowFrom } from './outbox.ts';

type OutboxWrites = Pick<Writing, 'claimDue' | 'releaseLeases' | 'settle' | 'retry'>;

/** O1 to O4: a row is claimed, then sent, waiting again, failed or blocked. */
export function outboxWrites(at: At): OutboxWrites {
  const { tx } = at;
  return {
    async claimDue(now, limit, owner, leaseUntil) {
      const { rows } = await claim(at, { now, limit, owner, leaseUntil });
      return rows.map(outboxRowFrom).sort((a, b) => (a.next ?? 0) - (b.next ?? 0) || a.id - b.id);
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

type Claiming = { now: number; limit: number; owner: string; leaseUntil: number };

const claim = prepared((tx, { now, limit, owner, leaseUntil }: Claiming) => {
  const due = tx
    .selectFrom('outbox')
    .select('id')
    .where(isWaiting)
    .where('next', '<=', now)
    .orderBy('next')
    .orderBy('id')
    .limit(limit);
  return tx
    .updateTable('outbox')
    .set(({ eb }) => ({ state: 'sending', attempts: eb('attempts', '+', 1), lease_owner: owner, lease_until: leaseUntil }))
    .where('id', 'in', due)
    .returningAll();
});

type Settling = Parameters<Writing['settle']>[2] & { id: OutboxId; owner: string };

const settle = prepared((tx, { id, owner, state, next, error, at }: Settling) =>
  tx
    .updateTable('outbox')
    .set({ state, next, error, settled: at, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .where('state', '=', sql.lit('sending'))
    .where('lease_owner', '=', owner),
);

/** Puts a mail in the outbox, in the transaction of what caused it. */
export async function queueMail(at: At, mail: NewOutboxRow, now: number, arrival: ArrivalId | null): Promise<void> {
  const { to, fromName, messageId, inReplyTo, references, data, attachments, notBefore, ...same } = mail;
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
  });
}

/** Calls off what has not left: nobody can call back what a server has taken. */
export async function cancelMails({ tx }: At, { mails }: Extract<Effect, { act: 'cancel-mails' }>, now: number): Promise<void> {
  if (mails.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', next: null, settled: now })
    .where('message_id', 'in', mails)
    .where('state', 'in', ['delayed', 'held', 'waiting', 'blocked'])
    .execute();
}

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
