import type { Migration } from './migration.ts';

/** What some of us are to hear of until a mail tells them, and alarms that go out beside mail. */
export const migration0021: Migration = {
  number: 21,
  name: 'attention',
  async up(db, engine) {
    const { schema } = db;
    await engine
      .withId(schema.createTable('notices'))
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('clock', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('said', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('severe', 'integer', (column) => column.notNull())
      .execute();
    await schema
      .createTable('told')
      .addColumn('associate', 'integer', (column) => column.primaryKey().notNull().references('associates.id'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await engine
      .withId(schema.createTable('alarms'))
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next', 'bigint')
      .addColumn('error', 'text')
      .addColumn('told', 'integer', (column) => column.notNull())
      .execute();
    await schema.createIndex('alarms_next').on('alarms').columns(['next', 'state']).execute();
  },
};
