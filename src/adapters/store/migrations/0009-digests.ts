import type { Migration } from './migration.ts';

/** Mails that come by themselves again and again say how they end (RFC 8058). */
export const migration0009: Migration = {
  number: 9,
  name: 'digests',
  async up({ schema }) {
    await schema.alterTable('outbox').addColumn('digest', 'text').execute();
  },
};
