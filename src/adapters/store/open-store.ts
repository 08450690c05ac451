import type { Store } from '../../domain/ports.ts';
import { reading, writing } from './handles.ts';
import { checkSchema, migrate } from './migrate.ts';
import { migrations as shipped } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';
import type { Use } from './sqlite/connect.ts';
import { openSqlite } from './sqlite/open.ts';
import { sqliteParts } from './sqlite/parts.ts';
import { sqliteSearch } from './sqlite/search.ts';

export type StoreOptions = {
  /** A path, or `:memory:` for a house that is gone with the process. */
  file: string;
  /** Epoch ms. */
  now: () => number;
  /** `read`: nothing is made or changed, not even the schema; what writes, throws. `rehearse`: nothing need last. */
  use?: Use;
  /** Milliseconds to wait for another process's transaction before `busy` is thrown. */
  patience?: number;
  /** The steps of the schema; others than the shipped ones only to try a migration. */
  migrations?: readonly Migration[];
};

export type SqlStore = Store & {
  /** What is wrong with the database, a line each; nothing where all is well. Reads it whole: not for every day. */
  complaints(): Promise<readonly string[]>;
};

/**
 * Opens the store and brings it to the newest schema.
 *
 * Writes take their turn, in this process and among others; reads see the last commit and wait for nobody. A `read`
 * inside a `write` sees what was before; with `:memory:` it would wait for ever, so ask the handle.
 *
 * @throws {StoreError} `newer`, `older` (only to `read`), `corrupt`, `busy`, `broken`
 */
export async function openStore({
  file,
  now,
  use = 'write',
  patience = 30_000,
  migrations = shipped,
}: StoreOptions): Promise<SqlStore> {
  const engine = await openSqlite(file, use, patience);
  try {
    const needs = { migrations, engine: sqliteParts, now, keepCopy: engine.keepCopy };
    await (use === 'read' ? checkSchema : migrate)(engine.writer, needs);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const common = { search: sqliteSearch, now, compiled: new Map(), kept: { last: null } };
  return {
    read: (work) => engine.reader.transaction().execute((tx) => work(reading({ tx, ...common, touched: { directory: false } }))),
    write: (work) => engine.writer.transaction().execute((tx) => work(writing({ tx, ...common, touched: { directory: false } }))),
    foreignCommits: async () => engine.foreignCommits(),
    complaints: engine.complaints,
    close: engine.close,
  };
}
