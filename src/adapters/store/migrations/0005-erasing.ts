import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** When a deleted ticket lost what was written on it; what people typed, apart from the journal, which is for good. */
export const migration0005: Migration = {
  number: 5,
  name: 'erasing',
  async up({ schema }) {
    await schema.alterTable('tickets').addColumn('purged', 'bigint').execute();
    await schema
      .createIndex('tickets_deleted')
      .on('tickets')
      .column('deleted')
      .where(sql.ref('deleted'), 'is not', null)
      .execute();
    await schema
      .createTable('journal_words')
      .addColumn('journal', 'integer', (column) => column.primaryKey().notNull().references('journal.id'))
      .addColumn('words', 'text', (column) => column.notNull())
      .execute();
  },
};
