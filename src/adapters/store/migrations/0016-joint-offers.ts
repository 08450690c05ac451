import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** An offer may be for several tickets: what is owed on one of them names the ticket that the offer is on. */
export const migration0016: Migration = {
  number: 16,
  name: 'joint-offers',
  async up(db) {
    await db.schema.alterTable('charges').addColumn('quote_ticket', 'integer').execute();
    await sql`update charges set quote_ticket = ticket where quote is not null`.execute(db);
  },
};
