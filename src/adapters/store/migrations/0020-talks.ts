import type { Migration } from './migration.ts';

/** Times to talk that were put to people, and what came of them. */
export const migration0020: Migration = {
  number: 20,
  name: 'talks',
  async up({ schema }) {
    await schema
      .createTable('talks')
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('talk', 'text')
      .addPrimaryKeyConstraint('talks_key', ['ticket', 'number'])
      .execute();
  },
};
