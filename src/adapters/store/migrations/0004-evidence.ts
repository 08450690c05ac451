import type { Migration } from './migration.ts';

/** What each decision rested on: the verification report with its keys and DNS answers, which change with time. */
export const migration0004: Migration = {
  number: 4,
  name: 'evidence',
  async up({ schema }, engine) {
    await engine
      .withId(schema.createTable('evidence'))
      .addColumn('arrival', 'integer', (column) => column.notNull().references('arrivals.id'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('row', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('evidence_of').on('evidence').column('arrival').execute();
  },
};
