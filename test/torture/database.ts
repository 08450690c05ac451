import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';

/** The desk's database, read without a line of the desk's own code. */
export type Database = {
  rows<Row>(sql: string, ...values: (string | number)[]): Row[];
  /** Its own complaints (LAW-5): pages, foreign keys, the search index. */
  complaints(): string[];
};

/**
 * Reads a copy of the database as a dead desk left it, write-ahead log and all. The original is not opened: to open it would
 * already mend it, and that is the next desk's task.
 */
export function withCopy<T>(dataDir: string, work: (database: Database) => T): T {
  const copy = mkdtempSync(join(dataDir, '..', 'scene-'));
  try {
    for (const name of ['maildesk.db', 'maildesk.db-wal'])
      if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(copy, name));
    return withDatabase(join(copy, 'maildesk.db'), {}, work);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Looks into the database of a desk at work. */
export const withLive = <T>(dataDir: string, work: (database: Database) => T): T =>
  withDatabase(join(dataDir, 'maildesk.db'), { readonly: true, timeout: 5_000 }, work);

function withDatabase<T>(file: string, options: BetterSqlite.Options, work: (database: Database) => T): T {
  const sqlite = new BetterSqlite(file, options);
  const rows = <Row>(sql: string, ...values: (string | number)[]) => sqlite.prepare(sql).all(...values) as Row[];
  try {
    return work({ rows, complaints: () => complaintsOf(sqlite) });
  } finally {
    sqlite.close();
  }
}

function complaintsOf(sqlite: BetterSqlite.Database): string[] {
  const pages = sqlite.pragma('integrity_check') as { integrity_check: string }[];
  const keys = sqlite.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  const orphans = keys.map(({ table, rowid, parent }) => `${table} row ${rowid} names a row of ${parent} that is not there`);
  return [...pages.map((row) => row.integrity_check).filter((line) => line !== 'ok'), ...orphans, ...searchComplaints(sqlite)];
}

function searchComplaints(sqlite: BetterSqlite.Database): string[] {
  if (sqlite.readonly) return [];
  try {
    sqlite.exec("insert into message_search (message_search) values ('integrity-check')");
    return [];
  } catch (error) {
    return [`the search index: ${error}`];
  }
}

/** Whether the schema is there: a desk killed in its first second has none yet. */
export const hasTables = ({ rows }: Database): boolean => rows("select 1 from sqlite_master where name = 'outbox'").length > 0;
