import { existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';

/**
 * What is wrong with a database, a line each, for a desk that goes on working meanwhile: it only reads, and lets others
 * write. Nothing where all is well, or where there is none yet.
 */
export function lookAtDatabase(file: string): string[] {
  if (!existsSync(file)) return [];
  try {
    const database = new BetterSqlite(file, { readonly: true });
    try {
      return complaintsIn(database);
    } finally {
      database.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** So many say enough. */
const most = 10;

function complaintsIn(database: BetterSqlite.Database): string[] {
  const pages = database.prepare<[], string>(`pragma quick_check(${most})`).pluck().all();
  const orphans = database.prepare<[], { table: string; rowid: number; parent: string }>('pragma foreign_key_check').all();
  return [
    ...pages.filter((line) => line !== 'ok'),
    ...orphans
      .slice(0, most)
      .map(({ table, rowid, parent }) => `${table} row ${rowid} names a row of ${parent} that is not there`),
  ];
}
