import { type SchemaModule, sql } from 'kysely';
import type { EngineParts } from '../../sqlite/parts.ts';

/** Customers, contacts with their addresses, associates. */
export async function people(schema: SchemaModule, engine: EngineParts): Promise<void> {
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
