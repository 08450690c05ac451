import type { Migration } from './migration.ts';

/** Who runs a job just now, why a ticket is left alone, and what was told once that hangs on no ticket. */
export const migration0015: Migration = {
  number: 15,
  name: 'jobs',
  async up({ schema }) {
    await schema.alterTable('job_runs').addColumn('ran', 'bigint').execute();
    await schema.alterTable('job_runs').addColumn('claimed', 'bigint').execute();
    await schema.alterTable('looks').addColumn('failed', 'text').execute();
    await schema
      .createTable('told_once')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
