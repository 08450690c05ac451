import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Clocks of service plans as they were last read, so that late tickets are found; what comes by mail again and again. */
export const migration0017: Migration = {
  number: 17,
  name: 'clocks',
  async up(db) {
    const { schema } = db;
    await schema
      .createTable('clocks')
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('due', 'bigint')
      .addColumn('ended', 'bigint')
      .addPrimaryKeyConstraint('clocks_key', ['ticket', 'name'])
      .execute();
    await schema.createIndex('clocks_due').on('clocks').columns(['due', 'ended', 'state', 'ticket']).execute();
    await schema.createIndex('clocks_ended').on('clocks').columns(['ended', 'due', 'name']).execute();
    await schema
      .createTable('digests')
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint')
      .addColumn('off', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('digests_key', ['associate', 'name'])
      .execute();
    await sql`update looks set at = 0`.execute(db);
    await sql`insert into looks (ticket, at) select number, 0 from tickets
      where closed is null and deleted is null and number not in (select ticket from looks)`.execute(db);
  },
};
