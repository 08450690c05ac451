import { lastRestorable, purgeDeleted } from '../domain/decide/purge-deleted.ts';
import type { Blobs, Clock, Log, Store } from '../domain/ports.ts';
import { eraseFiles } from './erase-files.ts';

/** Tickets in one transaction: mail that comes meanwhile waits for no more than these. */
const most = 50;

type Parts = { store: Store; blobs: Blobs; clock: Clock; log: Log };

/** Empties tickets that were deleted too long ago to come back, then removes the files that nothing needs any more. */
export async function tidy(parts: Parts): Promise<void> {
  while ((await purgeSome(parts)) === most);
  await eraseFiles(parts);
}

async function purgeSome({ store, clock, log }: Parts): Promise<number> {
  const now = clock.now();
  const due = (at: Parameters<Parameters<Store['read']>[0]>[0]) => at.purgeable(lastRestorable(now), most);
  if ((await store.read(due)).length === 0) return 0;
  const purged = await store.write(async (at) => {
    const tickets = await due(at);
    await at.apply(purgeDeleted(tickets), now, null);
    return tickets;
  });
  log.info({ tickets: purged }, 'emptied tickets that were deleted 30 days ago');
  return purged.length;
}
