import { type SchemaModule, sql } from 'kysely';
import type { EngineParts } from '../../sqlite/parts.ts';

/** Mails that go out. */
export async function outbox(schema: SchemaModule, engine: EngineParts): Promise<void> {
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
