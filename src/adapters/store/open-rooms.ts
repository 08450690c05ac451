import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Blobs, Store } from '../../domain/ports.ts';
import { StoreError } from './errors.ts';
import type { Random } from './files/key-files.ts';
import { deskKeys } from './files/key-ring.ts';
import { type Keys, memoryKeys, openKeys } from './files/keys.ts';
import { lookAtBlobs, openBlobs } from './files/open-blobs.ts';
import { prepareDataDir } from './files/prepare-data-dir.ts';
import { openStore } from './open-store.ts';

export type RoomsOptions = { dataDir: string; now: () => number; random: Random };

/** `mayWrite`: the desk's people may be written into the store at once. */
export type Rooms =
  | { kind: 'open'; store: Store; blobs: Blobs; signer: Keys; mayWrite: boolean }
  | { kind: 'refused'; text: string };

/** The data directory, opened for work: made where it is missing. */
export async function openRooms({ dataDir, now, random }: RoomsOptions): Promise<Rooms> {
  const prepared = prepareDataDir(dataDir);
  if (prepared.kind === 'refused') return prepared;
  return orRefused(async () => {
    const signer = await openKeys(dataDir, random);
    const blobs = await openBlobs(dataDir);
    return { kind: 'open', store: await openStore({ file: databaseIn(dataDir), now }), blobs, signer, mayWrite: true };
  });
}

/** The same to look at only: what is there is read, nothing is made or changed; where there is nothing, an empty house. */
export async function openReadingRooms({ dataDir, now, random }: RoomsOptions): Promise<Rooms> {
  const file = databaseIn(dataDir);
  const isThere = hasDatabase(dataDir);
  return orRefused(async () => {
    const signer = deskKeys(dataDir).length > 0 ? await openKeys(dataDir, random) : memoryKeys(random);
    const store = await (isThere ? openStore({ file, now, use: 'read' }) : openStore({ file: ':memory:', now }));
    return { kind: 'open', store, blobs: lookAtBlobs(dataDir), signer, mayWrite: !isThere };
  });
}

/** The database of a data directory. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'maildesk.db');

/** Whether a desk has run on a data directory. */
export const hasDatabase = (dataDir: string): boolean => existsSync(databaseIn(dataDir));

/** What is wrong with the disk or with what lies on it, in words. */
export async function orRefused(open: () => Promise<Rooms>): Promise<Rooms> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof StoreError) return { kind: 'refused', text: error.message };
    throw error;
  }
}
