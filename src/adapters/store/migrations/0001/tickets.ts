import type { SchemaModule } from 'kysely';

/** Tickets. */
export async function tickets(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('tickets')
    .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('workflow', 'text', (column) => column.notNull())
    .addColumn('waits_for', 'text', (column) => column.notNull())
    .addColumn('stage', 'text')
    .addColumn('severity', 'text')
    .addColumn('complexity', 'text')
    .addColumn('priority', 'text')
    .addColumn('type', 'text')
    .addColumn('level', 'text')
    .addColumn('assignee', 'integer', (column) => column.references('associates.id'))
    .addColumn('customer', 'text', (column) => column.references('customers.id'))
    .addColumn('requester', 'integer', (column) => column.notNull().references('contact_addresses.id'))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('mailbox', 'text')
    .addColumn('team', 'text')
    .addColumn('opened', 'bigint', (column) => column.notNull())
    .addColumn('updated', 'bigint', (column) => column.notNull())
    .addColumn('closed', 'bigint')
    .execute();
  await schema.createIndex('tickets_updated').on('tickets').column('updated').execute();
  await schema.createIndex('tickets_state').on('tickets').columns(['state', 'updated']).execute();
  await schema.createIndex('tickets_assignee').on('tickets').columns(['assignee', 'updated']).execute();
}

/** Who and what belongs to a ticket. */
export async function threads(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('message_ids')
    .addColumn('message_id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
    .execute();
  await schema
    .createTable('participants')
    .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
    .addColumn('address', 'integer', (column) => column.notNull().references('contact_addresses.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('participants_key', ['ticket', 'address'])
    .execute();
  await schema
    .createTable('ticket_links')
    .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
    .addColumn('other', 'integer', (column) => column.notNull().references('tickets.number'))
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
    .addPrimaryKeyConstraint('ticket_links_key', ['ticket', 'other'])
    .execute();
}
