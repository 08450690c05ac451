import type { Migration } from './migration.ts';

/** Whether a customer has had a ticket closed is asked at each look at one of theirs. */
export const migration0022: Migration = {
  number: 22,
  name: 'closed-of-customer',
  async up(db) {
    await db.schema.createIndex('tickets_of_customer').on('tickets').columns(['customer', 'state']).execute();
  },
};
