import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { searchTable } from './search.ts';

/** What a migration needs of its engine beyond portable tables. */
export type EngineParts = {
  /** Adds an `id` that counts up by itself and is never given twice. */
  withId<Name extends string, Columns extends string>(
    table: CreateTableBuilder<Name, Columns>,
  ): CreateTableBuilder<Name, Columns | 'id'>;
  hasTable<Any>(db: Kysely<Any>, table: string): Promise<boolean>;
  /** Makes the engine itself refuse to change or delete rows of a table. */
  appendOnly<Any>(db: Kysely<Any>, table: string): Promise<void>;
  /** Lays out the full-text search over messages. */
  search<Any>(db: Kysely<Any>): Promise<void>;
};

/** The parts as SQLite makes them. */
export const sqliteParts: EngineParts = {
  withId: (table) => table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement()),
  async hasTable(db, table) {
    const { rows } = await sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`.execute(db);
    return rows.length > 0;
  },
  async appendOnly(db, table) {
    const refusal = sql`begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`;
    const rows = sql.table(table);
    await sql`create trigger ${sql.id(`${table}_no_update`)} before update on ${rows} ${refusal}`.execute(db);
    await sql`create trigger ${sql.id(`${table}_no_delete`)} before delete on ${rows} ${refusal}`.execute(db);
  },
  async search(db) {
    await searchTable.execute(db);
  },
};
