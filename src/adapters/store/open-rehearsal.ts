import { constants, copyFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { borrowedKeys } from './files/keys.ts';
import { lookAtBlobs } from './files/open-blobs.ts';
import { databaseIn, hasDatabase, orRefused, type Rooms, type RoomsOptions } from './open-rooms.ts';
import { openStore } from './open-store.ts';
import { copyDatabase } from './sqlite/copy-database.ts';
import { windBack } from './sqlite/wind-back.ts';

export type RehearsalOptions = {
  /** The desk whose tickets are taken up; without a database there the rehearsal begins empty. */
  dataDir: string;
  /** Where the copies lie; removed by the caller. */
  dir: string;
  /** Epoch ms: what came later is not there yet. */
  before: number;
};

/** The store as a rehearsal has it. */
export const rehearsals = { copyForRehearsals, openRehearsal };

/** Lays a copy of a desk's database ready for rehearsals, wound back to an instant; the desk may run meanwhile. @throws {StoreError} */
async function copyForRehearsals({ dataDir, dir, before }: RehearsalOptions, now: () => number): Promise<void> {
  if (!hasDatabase(dataDir)) return;
  await copyDatabase(databaseIn(dataDir), databaseIn(dir));
  await (await openStore({ file: databaseIn(dir), now, use: 'rehearse' })).close();
  windBack(databaseIn(dir), before);
}

/** A house of its own over what `copyForRehearsals` laid ready: it reads the desk's mails and signs with its keys, and writes only into `dir`. */
async function openRehearsal(
  { dataDir, dir }: Omit<RehearsalOptions, 'before'>,
  { now, random }: Pick<RoomsOptions, 'now' | 'random'>,
): Promise<Rooms> {
  return orRefused(async () => {
    const own = mkdtempSync(join(dir, 'house-'));
    if (hasDatabase(dir)) copyFileSync(databaseIn(dir), databaseIn(own), constants.COPYFILE_FICLONE);
    const signer = await borrowedKeys(dataDir, random);
    const store = await openStore({ file: databaseIn(own), now, use: 'rehearse' });
    return { kind: 'open', store, blobs: lookAtBlobs(dataDir), signer, mayWrite: true };
  });
}
