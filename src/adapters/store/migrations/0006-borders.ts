import type { Migration } from './migration.ts';

/** Whether each border that is trusted by name deserves it, so that a restart remembers. */
export const migration0006: Migration = {
  number: 6,
  name: 'borders',
  async up({ schema }) {
    await schema
      .createTable('borders')
      .addColumn('source', 'text', (column) => column.primaryKey().notNull())
      .addColumn('trust', 'text', (column) => column.notNull())
      .execute();
  },
};
