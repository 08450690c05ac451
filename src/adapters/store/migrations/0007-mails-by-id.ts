import type { Migration } from './migration.ts';

/** Every mail of an associate asks whether its id has commanded before (R3). */
export const migration0007: Migration = {
  number: 7,
  name: 'mails-by-id',
  async up({ schema }) {
    await schema.createIndex('arrivals_message_id').on('arrivals').column('message_id').execute();
  },
};
