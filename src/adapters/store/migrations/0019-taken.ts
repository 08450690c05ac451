import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** When the desk took a mail in: its server may have had it for days. */
export const migration0019: Migration = {
  number: 19,
  name: 'taken',
  async up(db) {
    const { schema } = db;
    await schema
      .alterTable('arrivals')
      .addColumn('taken', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update arrivals set taken = received`.execute(db);
    await schema.createIndex('arrivals_taken').on('arrivals').columns(['taken', 'outcome', 'ticket']).execute();
  },
};
