import type { Migration } from './migration.ts';

/** Tickets that others have while somebody is away. */
export const migration0023: Migration = {
  number: 23,
  name: 'handed-over',
  async up({ schema }) {
    await schema
      .createTable('handed_over')
      .addColumn('ticket', 'integer', (column) => column.primaryKey().notNull().references('tickets.number'))
      .addColumn('from_handle', 'text', (column) => column.notNull())
      .addColumn('to_handle', 'text')
      .execute();
  },
};
