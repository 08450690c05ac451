import type { Migration } from './migration.ts';

/** Customers with all that a file may say of them, their contracts, what was granted without one, and outside parties' numbers. */
export const migration0013: Migration = {
  number: 13,
  name: 'people',
  async up({ schema }, engine) {
    await schema.alterTable('customers').addColumn('details', 'text').execute();
    await schema.alterTable('customers').addColumn('standing', 'text').execute();
    for (const column of ['phone', 'social', 'roles']) await schema.alterTable('contacts').addColumn(column, 'text').execute();
    await schema.createIndex('contacts_of').on('contacts').columns(['customer', 'known']).execute();
    await schema
      .createTable('directory')
      .addColumn('id', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('contracts')
      .addColumn('number', 'text', (column) => column.primaryKey().notNull())
      .addColumn('customer', 'text', (column) => column.notNull().references('customers.id'))
      .addColumn('terms', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await engine
      .withId(schema.createTable('renewals'))
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('was', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
      .execute();
    await schema
      .createTable('coverages')
      .addColumn('ticket', 'integer', (column) => column.primaryKey().notNull().references('tickets.number'))
      .addColumn('contract', 'text')
      .addColumn('coverage', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('coverages_of').on('coverages').column('contract').execute();
    await engine
      .withId(schema.createTable('exceptions'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('customer', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('associate', 'integer', (column) => column.references('associates.id'))
      .addColumn('via', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'integer', (column) => column.references('associates.id'))
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('until', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
      .execute();
    await schema.createIndex('exceptions_of').on('exceptions').column('ticket').execute();
    await schema.createIndex('exceptions_customer').on('exceptions').column('customer').execute();
    await schema
      .createTable('their_numbers')
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('their_numbers_key', ['associate', 'number'])
      .execute();
  },
};
