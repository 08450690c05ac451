import type { Migration } from './migration.ts';

/** What mail teaches over time: addresses that fail, people who are away, ids that others cited, tickets that were merged. */
export const migration0002: Migration = {
  number: 2,
  name: 'real-mail',
  async up({ schema }) {
    await schema.alterTable('contact_addresses').addColumn('bounced_at', 'bigint').execute();
    await schema.alterTable('contact_addresses').addColumn('bounced_why', 'text').execute();
    await schema.alterTable('contacts').addColumn('away_until', 'bigint').execute();
    await schema
      .alterTable('message_ids')
      .addColumn('cited', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable('tickets')
      .addColumn('merged_into', 'integer', (column) => column.references('tickets.number'))
      .execute();
    // For what a report names by address alone, and for the small pictures under every mail of a sender.
    await schema.createIndex('outbox_recipient').on('outbox').columns(['to_address', 'created']).execute();
    await schema.createIndex('message_attachments_content').on('message_attachments').column('sha256').execute();
  },
};
