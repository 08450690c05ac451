import type { Migration } from './migration.ts';

/** Which bytes of ours left. */
export const migration0018: Migration = {
  number: 18,
  name: 'sent-copies',
  async up(db) {
    await db.schema.alterTable('outbox').addColumn('copy', 'text').execute();
  },
};
