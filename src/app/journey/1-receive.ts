import type { ArrivalId } from '../../domain/ids.ts';
import type { Blobs, Incoming, Intake, Log, Store } from '../../domain/ports.ts';
import type { Reached } from './7-store.ts';
import type { RecentMails } from './recent-mails.ts';

export type Receiving = { store: Store; blobs: Pick<Blobs, 'mails'>; recent: RecentMails; log: Log; reached: Reached };

/**
 * Step 1: the raw mails durable under their SHA-256, then their rows in the ledger with the mailbox's position (T1).
 * Whoever brought them may be told only once this resolves (RFC 5321 §6.1).
 */
export async function receive(
  { store, blobs, recent, log, reached }: Receiving,
  batch: readonly Incoming[],
  position?: Parameters<Intake['receive']>[1],
): Promise<readonly ArrivalId[]> {
  const kept = await blobs.mails.keep(batch.map(({ content }) => content));
  reached('kept');
  const arrivals = batch.map(({ source, envelope, authUser, receivedAt, imported }, at) => {
    const { sha256, size } = kept[at] as (typeof kept)[number];
    return { source, envelope, authUser, receivedAt, imported, sha256, size };
  });
  const ids = await store.write(async (at) => {
    if (position !== undefined) await at.setPosition(position.mailbox, position.folder, position.position);
    reached('receiving');
    return at.addArrivals(arrivals);
  });
  reached('durable');
  batch.forEach(({ content, source, peer, authUser }, at) => {
    const arrival = arrivals[at] as (typeof arrivals)[number];
    if (content instanceof Uint8Array) recent.remember(arrival.sha256, content);
    const client = { ...(peer === undefined ? {} : { peer }), ...(authUser === null ? {} : { user: authUser }) };
    const { sha256, size: bytes } = arrival;
    log.info({ journey: ids[at], step: 'receive', way: source.kind, ...client, sha256, bytes }, 'received');
  });
  return ids;
}
