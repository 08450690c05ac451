import { type SchemaModule, sql } from 'kysely';
import type { EngineParts } from '../sqlite/parts.ts';
import type { Migration } from './migration.ts';

/** People, tickets, the ledger of mails, the outbox. */
export const migration0001: Migration = {
  number: 1,
  name: 'first',
  async up(db, engine) {
    const { schema } = db;
    await people(schema, engine);
    await tickets(schema);
    await ledger(schema, engine);
    await messages(schema, engine);
    await threads(schema);
    await journal(schema, engine);
    await outbox(schema, engine);
    await engine.appendOnly(db, 'journal');
    await engine.search(db);
  },
};

async function people(schema: SchemaModule, engine: EngineParts): Promise<void> {
  await schema
    .createTable('customers')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .execute();
  await engine
    .withId(schema.createTable('contacts'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('customer', 'text', (column) => column.references('customers.id'))
    .addColumn('language', 'text')
    .addColumn('known', 'integer', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .execute();
  await engine
    .withId(schema.createTable('contact_addresses'))
    .addColumn('contact', 'integer', (column) => column.notNull().references('contacts.id'))
    .addColumn('address', 'text', (column) => column.unique())
    .execute();
  await schema.createIndex('contact_addresses_contact').on('contact_addresses').column('contact').execute();
  await schema
    .createIndex('contacts_customer')
    .on('contacts')
    .column('customer')
    .where(sql.ref('customer'), 'is not', null)
    .execute();
  await engine
    .withId(schema.createTable('associates'))
    .addColumn('handle', 'text', (column) => column.notNull().unique())
    .addColumn('removed', 'bigint')
    .execute();
}

async function ledger(schema: SchemaModule, engine: EngineParts): Promise<void> {
  await schema
    .createTable('raw_mails')
    .addColumn('sha256', 'text', (column) => column.primaryKey().notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('stored', 'bigint', (column) => column.notNull())
    .addColumn('erased', 'bigint')
    .addColumn('erased_why', 'text')
    .execute();
  await engine
    .withId(schema.createTable('arrivals'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('mailbox', 'text')
    .addColumn('folder', 'text')
    .addColumn('uid_validity', 'text')
    .addColumn('uid', 'bigint')
    .addColumn('sha256', 'text', (column) => column.notNull().references('raw_mails.sha256'))
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('envelope_from', 'text')
    .addColumn('envelope_to', 'text')
    .addColumn('auth_user', 'text')
    .addColumn('received', 'bigint', (column) => column.notNull())
    .addColumn('imported', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('outcome', 'text')
    // No foreign key: a mail may be decided before the ticket it opens is written, and a deferred one scans the ledger then.
    .addColumn('ticket', 'integer')
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('content_hash', 'text')
    .execute();
  await ledgerIndexes(schema);
  await schema
    .createTable('positions')
    .addColumn('mailbox', 'text', (column) => column.notNull())
    .addColumn('folder', 'text', (column) => column.notNull())
    .addColumn('uid_validity', 'text', (column) => column.notNull())
    .addColumn('next_uid', 'bigint', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('positions_key', ['mailbox', 'folder'])
    .execute();
}

async function ledgerIndexes(schema: SchemaModule): Promise<void> {
  const place: ('mailbox' | 'folder' | 'uid_validity')[] = ['mailbox', 'folder', 'uid_validity'];
  const onArrivals = (name: string) => schema.createIndex(name).on('arrivals');
  await onArrivals('arrivals_source')
    .unique()
    .columns([...place, 'uid'])
    .where(sql.ref('uid'), 'is not', null)
    .execute();
  await onArrivals('arrivals_content').column('content_hash').execute();
  await onArrivals('arrivals_received').columns(['received', 'outcome']).execute();
  // Only the few rows that still wait stand in these two.
  await onArrivals('arrivals_undecided').columns(['received', 'id']).where(sql.ref('state'), '=', sql.lit('received')).execute();
  await onArrivals('arrivals_unfiled').columns(place).where(sql.ref('state'), '=', sql.lit('decided')).execute();
}

async function tickets(schema: SchemaModule): Promise<void> {
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

async function messages(schema: SchemaModule, engine: EngineParts): Promise<void> {
  // The long texts stand last, so that reading the rest does not walk through them.
  await engine
    .withId(schema.createTable('messages'))
    .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('from_name', 'text', (column) => column.notNull())
    .addColumn('from_address', 'text', (column) => column.notNull())
    .addColumn('to_addresses', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.references('raw_mails.sha256'))
    .addColumn('visible_text', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('messages_ticket').on('messages').column('ticket').execute();
  await schema
    .createTable('message_attachments')
    .addColumn('message', 'integer', (column) => column.notNull().references('messages.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('filename', 'text', (column) => column.notNull())
    .addColumn('content_type', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('inline', 'integer', (column) => column.notNull())
    .addColumn('cid', 'text')
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('message_attachments_key', ['message', 'position'])
    .execute();
}

async function threads(schema: SchemaModule): Promise<void> {
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

async function journal(schema: SchemaModule, engine: EngineParts): Promise<void> {
  await engine
    .withId(schema.createTable('journal'))
    .addColumn('ticket', 'integer', (column) => column.references('tickets.number'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor_kind', 'text', (column) => column.notNull())
    .addColumn('actor', 'integer')
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('journal_ticket').on('journal').column('ticket').execute();
}

async function outbox(schema: SchemaModule, engine: EngineParts): Promise<void> {
  await engine
    .withId(schema.createTable('outbox'))
    .addColumn('ticket', 'integer', (column) => column.references('tickets.number'))
    .addColumn('template', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('to_name', 'text', (column) => column.notNull())
    .addColumn('to_address', 'text', (column) => column.notNull())
    .addColumn('party', 'text', (column) => column.notNull())
    .addColumn('from_name', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('message_id', 'text', (column) => column.notNull().unique())
    .addColumn('in_reply_to', 'text')
    .addColumn('refs', 'text', (column) => column.notNull())
    .addColumn('automatic', 'text')
    .addColumn('attachments', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('next', 'bigint')
    .addColumn('error', 'text')
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('settled', 'bigint')
    .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  const onOutbox = (name: string) => schema.createIndex(name).on('outbox');
  // Only the rows that wait or are on their way stand in these two; queries must name the states as literals.
  const waits = [sql.lit('waiting'), sql.lit('delayed')];
  await onOutbox('outbox_due').columns(['next', 'id']).where(sql.ref('state'), 'in', waits).execute();
  await onOutbox('outbox_sending').column('lease_owner').where(sql.ref('state'), '=', sql.lit('sending')).execute();
  await onOutbox('outbox_ticket').column('ticket').execute();
  // Acknowledgements only; a query must name the templates the same way, as literals.
  const acknowledges = [sql.lit('acknowledge'), sql.lit('acknowledge-short')];
  await onOutbox('outbox_acknowledgements')
    .columns(['to_address', 'created'])
    .where(sql.ref('template'), 'in', acknowledges)
    .execute();
  await onOutbox('outbox_short').column('created').where(sql.ref('template'), '=', sql.lit('acknowledge-short')).execute();
}
