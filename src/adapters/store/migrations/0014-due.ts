import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** How tickets stood over time, when each is looked at next, what time brought about already, and the runs of timed jobs. */
export const migration0014: Migration = {
  number: 14,
  name: 'due',
  async up(db, engine) {
    const { schema } = db;
    await engine
      .withId(schema.createTable('phases'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('waits_for', 'text', (column) => column.notNull())
      .addColumn('severity', 'text')
      .addColumn('level', 'text')
      .execute();
    await schema.createIndex('phases_of').on('phases').columns(['ticket', 'id']).execute();
    await schema
      .createTable('looks')
      .addColumn('ticket', 'integer', (column) => column.primaryKey().notNull().references('tickets.number'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('looks_at').on('looks').columns(['at', 'ticket']).execute();
    await schema
      .createTable('done_by_time')
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('done_by_time_key', ['ticket', 'key'])
      .execute();
    await schema
      .createTable('job_runs')
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('failed', 'text')
      .execute();
    await sql`insert into phases (ticket, at, state, waits_for, severity, level)
      select number, updated, state, waits_for, severity, level from tickets`.execute(db);
    await sql`insert into looks (ticket, at) select number, 0 from tickets where closed is null and deleted is null`.execute(db);
  },
};
