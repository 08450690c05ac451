import { type SchemaModule, sql } from 'kysely';
import type { EngineParts } from '../../sqlite/parts.ts';

/** Raw mails, how they reached us and what came of them, how far each folder was read. */
export async function ledger(schema: SchemaModule, engine: EngineParts): Promise<void> {
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
