import { type ArrivalId, arrivalId, type Sha256 } from '../../../domain/ids.ts';
import type { NewArrival, Writing } from '../../../domain/ports.ts';
import type { Source } from '../../../domain/ticket.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { eraseAgain } from './erasures.ts';

type Verdict = Parameters<Writing['decide']>[1];
type ArrivalWrites = Pick<Writing, 'addArrivals' | 'setPosition' | 'countAttempt' | 'clearAttempts' | 'decide' | 'closeArrivals'>;

/** T1 to T3: a mail is received, decided, closed. */
export function arrivalWrites(at: At): ArrivalWrites {
  const { tx } = at;
  return {
    async addArrivals(arrivals) {
      const ids: ArrivalId[] = [];
      for (const arrival of arrivals) ids.push(await addArrival(at, arrival));
      return ids;
    },
    async setPosition(mailbox, folder, { uidValidity, nextUid, since }) {
      const set = { uid_validity: uidValidity, next_uid: nextUid, since };
      await tx
        .insertInto('positions')
        .values({ mailbox, folder, ...set })
        .onConflict((conflict) => conflict.columns(['mailbox', 'folder']).doUpdateSet(set))
        .execute();
    },
    async countAttempt(ids) {
      for (const id of ids) await countAttempt(at, { id });
    },
    async clearAttempts(ids) {
      for (const id of ids) await clearAttempts(at, { id });
    },
    async decide(id, { outcome, ticket, why, messageId, contentHash }) {
      const decided = await decide(at, { id, outcome, ticket, why, messageId, contentHash });
      return decided.numAffectedRows === 1n;
    },
    async closeArrivals(ids) {
      for (const id of ids) await close(at, { id });
    },
  };
}

async function addArrival(at: At, arrival: NewArrival): Promise<ArrivalId> {
  const { source, sha256, size, receivedAt } = arrival;
  const [met] = source.kind === 'imap' ? (await metBefore(at, source)).rows : [];
  if (met) return met.id;
  const { numAffectedRows } = await keepRaw(at, { sha256, size, stored: receivedAt });
  if (numAffectedRows === 0n) await eraseAgain(at, sha256);
  return arrivalId(await insertRow(at, 'arrivals', { ...newRow(arrival), taken: at.now() }));
}

const newRow = ({ source, sha256, size, envelope, authUser, receivedAt, imported }: NewArrival) => ({
  kind: source.kind,
  mailbox: source.mailbox,
  folder: source.kind === 'imap' ? source.folder : null,
  uid_validity: source.kind === 'imap' ? source.uidValidity : null,
  uid: source.kind === 'imap' ? source.uid : null,
  sha256,
  size,
  envelope_from: envelope?.from ?? null,
  envelope_to: envelope ? JSON.stringify(envelope.to) : null,
  auth_user: authUser,
  received: receivedAt,
  imported: imported ? 1 : 0,
  state: 'received' as const,
  attempts: 0,
  why: '',
});

const metBefore = prepared((tx, { mailbox, folder, uidValidity, uid }: Extract<Source, { kind: 'imap' }>) =>
  tx
    .selectFrom('arrivals')
    .select('id')
    .where('mailbox', '=', mailbox)
    .where('folder', '=', folder)
    .where('uid_validity', '=', uidValidity)
    .where('uid', '=', uid),
);
const keepRaw = prepared((tx, { sha256, size, stored }: { sha256: Sha256; size: number; stored: number }) =>
  tx
    .insertInto('raw_mails')
    .values({ sha256, size, stored })
    .onConflict((conflict) => conflict.column('sha256').doNothing()),
);
const countAttempt = prepared((tx, { id }: { id: ArrivalId }) =>
  tx
    .updateTable('arrivals')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id),
);
const clearAttempts = prepared((tx, { id }: { id: ArrivalId }) =>
  tx.updateTable('arrivals').set({ attempts: 0 }).where('id', '=', id),
);
const decide = prepared((tx, { id, outcome, ticket, why, messageId, contentHash }: Verdict & { id: ArrivalId }) =>
  tx
    .updateTable('arrivals')
    .set({ state: 'decided', outcome, ticket, why, message_id: messageId, content_hash: contentHash })
    .where('id', '=', id)
    .where('state', '=', 'received'),
);
const close = prepared((tx, { id }: { id: ArrivalId }) =>
  tx.updateTable('arrivals').set({ state: 'closed' }).where('id', '=', id).where('state', '=', 'decided'),
);
