import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Tables } from '../schema.ts';
import { connect, type Use } from './connect.ts';
import { sqliteDialect } from './driver.ts';

/** One database: where to read, where to write, and what only the engine can tell. */
export type Engine = {
  reader: Kysely<Tables>;
  writer: Kysely<Tables>;
  /** Counts up whenever another connection committed. */
  foreignCommits(): number;
  /** A durable copy as of the last commit, beside the file, named for the migration it precedes. */
  keepCopy(number: number): Promise<void>;
  /** What is wrong with the file, one line each; nothing where all is well (LAW-5). Reads everything. */
  complaints(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/**
 * Opens a file, or a database in memory that dies with it. Reads have a connection of their own, so that they never
 * wait for a transaction that writes; a memory database has only one.
 *
 * @param use `read`: the file must be there, and is not changed
 * @throws {StoreError}
 */
export async function openSqlite(file: string, use: Use, patience: number): Promise<Engine> {
  const inMemory = file === ':memory:';
  const database = await connect(file, use, patience);
  const second = inMemory ? null : await connect(file, 'read', patience);
  const writer = new Kysely<Tables>({ dialect: sqliteDialect(database, 'immediate', patience) });
  const reader = second ? new Kysely<Tables>({ dialect: sqliteDialect(second, 'deferred', patience) }) : writer;
  return {
    reader,
    writer,
    foreignCommits: () => Number(database.pragma('data_version', { simple: true })),
    async keepCopy(number) {
      if (second) await copyTo(second, join(dirname(file), `maildesk-before-${String(number).padStart(4, '0')}.db`));
    },
    complaints: () => writer.transaction().execute(complaintsIn),
    async close() {
      if (second) await reader.destroy();
      await writer.destroy();
      second?.close();
      database.close();
    },
  };
}

async function copyTo(database: BetterSqlite.Database, target: string): Promise<void> {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  await database.backup(unfinished);
  syncPath(unfinished);
  renameSync(unfinished, target);
  syncPath(dirname(target));
}

function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function complaintsIn(db: Kysely<Tables>): Promise<string[]> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const orphans = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(db);
  await sql`insert into message_search (message_search) values ('integrity-check')`.execute(db);
  const lost = await sql<{ id: number }>`select id from arrivals where ticket is not null
    and not exists (select 1 from tickets where tickets.number = arrivals.ticket)`.execute(db);
  return [
    ...lost.rows.map(({ id }) => `arrivals row ${id} names a ticket that is not there`),
    ...pages.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...orphans.rows.map(({ table, rowid, parent }) => `${table} row ${rowid} names a row of ${parent} that is not there`),
  ];
}
