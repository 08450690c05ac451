import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { OutboxId } from '../../../domain/ids.ts';
import type { NewOutboxRow, OutboxState } from '../../../domain/outbox.ts';
import { prepared } from '../prepared.ts';
import type { Tables } from '../schema.ts';
import type { At } from '../search.ts';
import { addressKey } from './contacts.ts';

/**
 * Lets the mails to the same reader of the same ticket that still wait for the clock wait for this one, so that they leave
 * together; unless one of them may not wait that long.
 *
 * @returns how long it may itself be made to wait, null where it never is
 */
export async function waitTogether(at: At, { ticket, to, notBefore, foldUntil }: NewOutboxRow): Promise<number | null> {
  if (foldUntil === undefined || ticket === null) return null;
  const { rows } = await waiting(at, { ticket, address: addressKey(to.address) });
  const patience = Math.min(...rows.map(({ fold_until: until }) => until ?? 0));
  if (rows.length === 0 || patience < notBefore) return foldUntil;
  for (const { id, next } of rows) if ((next ?? 0) < notBefore) await postpone(at, { id, notBefore });
  return Math.min(patience, foldUntil);
}

type Outbox = ExpressionBuilder<Tables, 'outbox'>;

/** Waits for the clock, may be folded, was never tried. As the partial index says it. */
const folds = (eb: Outbox): ExpressionWrapper<Tables, 'outbox', SqlBool> =>
  eb.and([eb('state', '=', sql.lit<OutboxState>('delayed')), eb('fold_until', 'is not', null)]);

type Reader = { ticket: NonNullable<NewOutboxRow['ticket']>; address: string };

const waiting = prepared((tx, { ticket, address }: Reader) =>
  tx
    .selectFrom('outbox')
    .select(['id', 'next', 'fold_until'])
    .where(folds)
    .where('ticket', '=', ticket)
    .where('to_address', '=', address),
);
const postpone = prepared((tx, { id, notBefore }: { id: OutboxId; notBefore: number }) =>
  tx.updateTable('outbox').set({ next: notBefore }).where('id', '=', id),
);

/** Of the mails to one reader of one ticket that are due now, the later ones become part of the first. */
export const foldDue = prepared((tx, { now }: { now: number }) =>
  tx
    .updateTable('outbox')
    .set((eb) => ({
      state: sql.lit<OutboxState>('folded'),
      folded_into: earlier(eb, now).select(({ fn }) => fn.min('first.id').as('carrier')),
      next: null,
      settled: now,
    }))
    .where(folds)
    .where('next', '<=', now)
    .where((eb) => eb.exists(earlier(eb, now).select('first.id'))),
);

const earlier = (eb: Outbox, now: number) =>
  eb
    .selectFrom('outbox as first')
    .where('first.state', '=', sql.lit<OutboxState>('delayed'))
    .where('first.fold_until', 'is not', null)
    .where('first.next', '<=', now)
    .whereRef('first.ticket', '=', 'outbox.ticket')
    .whereRef('first.to_address', '=', 'outbox.to_address')
    .whereRef('first.id', '<', 'outbox.id');

/** What was to leave with mails that never will waits for itself again. */
export async function unfold({ tx }: At, carriers: readonly OutboxId[], now: number): Promise<void> {
  if (carriers.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'delayed', folded_into: null, next: now, settled: null })
    .where('folded_into', 'in', carriers)
    .where('state', '=', 'folded')
    .execute();
}
