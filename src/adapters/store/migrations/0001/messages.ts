import type { SchemaModule } from 'kysely';
import type { EngineParts } from '../../sqlite/parts.ts';

/** What stands on a ticket. */
export async function messages(schema: SchemaModule, engine: EngineParts): Promise<void> {
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
