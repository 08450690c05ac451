import type { SchemaModule } from 'kysely';
import type { Migration } from './migration.ts';

/** What working tickets by mail needs: tags and fields, drafts, undo, hours, what associates chose, mails taken once more. */
export const migration0003: Migration = {
  number: 3,
  name: 'working-by-mail',
  async up({ schema }, engine) {
    const tickets = (): ReturnType<typeof schema.alterTable> => schema.alterTable('tickets');
    await tickets()
      .addColumn('tags', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
    await tickets()
      .addColumn('fields', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
    await tickets().addColumn('paused_until', 'bigint').execute();
    await tickets().addColumn('deleted', 'bigint').execute();
    await tickets()
      .addColumn('master', 'integer', (column) => column.references('tickets.number'))
      .execute();
    await kin(schema);
    await schema
      .alterTable('customers')
      .addColumn('name', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await schema
      .alterTable('messages')
      .addColumn('draft', 'integer', (column) => column.references('associates.id'))
      .execute();
    await schema.alterTable('arrivals').addColumn('lift', 'text').execute();
    await engine
      .withId(schema.createTable('undos'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('undo', 'text', (column) => column.notNull())
      .addColumn('used', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await schema.createIndex('undos_of').on('undos').columns(['ticket', 'associate', 'id']).execute();
    await engine
      .withId(schema.createTable('hours'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('minutes', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('rate', 'bigint')
      .addColumn('currency', 'text')
      .execute();
    await schema.createIndex('hours_of').on('hours').column('ticket').execute();
    await engine
      .withId(schema.createTable('confirmations'))
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('arrival', 'integer', (column) => column.notNull().references('arrivals.id'))
      .addColumn('ticket', 'integer', (column) => column.references('tickets.number'))
      .addColumn('commands', 'text', (column) => column.notNull())
      .addColumn('asked', 'integer')
      .addColumn('created', 'bigint', (column) => column.notNull())
      .addColumn('expires', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('confirmations_of').on('confirmations').columns(['associate', 'state']).execute();
    await engine
      .withId(schema.createTable('address_claims'))
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('address', 'integer', (column) => column.notNull().references('contact_addresses.id'))
      .addColumn('asked', 'bigint', (column) => column.notNull())
      .addColumn('expires', 'bigint', (column) => column.notNull())
      .addColumn('associate_said', 'bigint')
      .addColumn('address_said', 'bigint')
      .addColumn('state', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('preferences')
      .addColumn('associate', 'integer', (column) => column.primaryKey().notNull().references('associates.id'))
      .addColumn('receipts', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('away_until', 'bigint')
      .addColumn('away_to', 'text')
      .execute();
  },
};

/** What is asked of a ticket's kin; ids that a person corrected; senders nobody wants to hear of. */
async function kin(schema: SchemaModule): Promise<void> {
  await schema.createIndex('tickets_merged').on('tickets').column('merged_into').execute();
  await schema.createIndex('tickets_master').on('tickets').column('master').execute();
  await schema.createIndex('ticket_links_other').on('ticket_links').column('other').execute();
  await schema
    .alterTable('message_ids')
    .addColumn('moved', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('erasures')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('erasures_key', ['kind', 'sha256'])
    .execute();
  await schema
    .createTable('calls')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('ticket', 'integer', (column) => column.references('tickets.number'))
    .execute();
  await schema
    .createTable('blocked_senders')
    .addColumn('sender', 'text', (column) => column.primaryKey().notNull())
    .addColumn('until', 'bigint')
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute();
}
