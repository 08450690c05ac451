import BetterSqlite from 'better-sqlite3';
import { StoreError } from '../errors.ts';
import { patiently } from './patience.ts';
import { inOurWords } from './vendor-errors.ts';

/** The first version without the WAL-reset bug, which could lose commits where two connections write (RELIABILITY §7). */
const oldestGood = [3, 51, 3] as const;

/** Milliseconds SQLite itself may wait for a lock, the event loop standing still; longer waits are ours (`patiently`). */
const busyTimeout = 10;

/** Kept in memory, in KiB: enough for the upper pages of all indexes of a large desk. */
const cacheSize = 32_768;

/**
 * Pages of the WAL after which a commit also writes them into the database: a batch of mails fills the usual 1000, and every
 * commit would pay for two more syncs. Reading 16 MB again after a crash takes less than 0.1 s.
 */
const checkpointAfter = 4000;

/** What a file is opened for: `rehearse` writes too, and it does not matter when the machine loses it. */
export type Use = 'write' | 'read' | 'rehearse';

/**
 * Opens one connection, set for durable commits.
 *
 * @param use `write` sets the journal mode, which the file then keeps; `read` may not change anything
 * @throws {StoreError}
 */
export async function connect(file: string, use: Use, patience: number): Promise<BetterSqlite.Database> {
  const database = translating(file, () => new BetterSqlite(file, { timeout: busyTimeout, fileMustExist: use === 'read' }));
  try {
    await patiently(patience, () => translating(file, () => checkVersion(database)));
    await patiently(patience, () => translating(file, () => prepareConnection(database, use)));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkVersion(database: BetterSqlite.Database): void {
  const version = String(database.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const difference = oldestGood.map((wanted, at) => (parts[at] ?? 0) - wanted).find((by) => by !== 0) ?? 0;
  if (difference < 0)
    throw new StoreError(
      'outdated',
      `SQLite ${version} may lose commits; ${oldestGood.join('.')} or newer is needed: run \`npm ci\``,
    );
}

function prepareConnection(database: BetterSqlite.Database, use: Use): void {
  if (use !== 'read') database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${use === 'rehearse' ? 'OFF' : 'FULL'}`);
  database.pragma('foreign_keys = ON');
  database.pragma('recursive_triggers = ON'); // else REPLACE deletes past the journal's guard
  database.pragma(`cache_size = -${cacheSize}`);
  database.pragma('temp_store = MEMORY');
  database.pragma(`wal_autocheckpoint = ${checkpointAfter}`);
  if (use === 'read') database.pragma('query_only = ON');
}

function translating<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inOurWords(error, file);
  }
}
