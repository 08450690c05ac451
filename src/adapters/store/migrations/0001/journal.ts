import type { SchemaModule } from 'kysely';
import type { EngineParts } from '../../sqlite/parts.ts';

/** What happened, for good. */
export async function journal(schema: SchemaModule, engine: EngineParts): Promise<void> {
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
