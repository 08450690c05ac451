import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** When a deleted ticket lost what was written on it. */
export const migration0005: Migration = {
  number: 5,
  name: 'purge',
  async up({ schema }) {
    await schema.alterTable('tickets').addColumn('purged', 'bigint').execute();
    await schema
      .createIndex('tickets_deleted')
      .on('tickets')
      .column('deleted')
      .where(sql.ref('deleted'), 'is not', null)
      .execute();
  },
};
