import type { Migration } from './migration.ts';

/** What is offered, and what is owed. */
export const migration0012: Migration = {
  number: 12,
  name: 'quotes',
  async up({ schema }, engine) {
    await schema
      .createTable('quotes')
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('offer', 'text')
      .addColumn('po', 'text')
      .addColumn('associate', 'integer', (column) => column.notNull().references('associates.id'))
      .addColumn('made', 'bigint', (column) => column.notNull())
      .addColumn('settled', 'bigint')
      .addColumn('settled_kind', 'text')
      .addColumn('settled_by', 'integer')
      .addColumn('reason', 'text', (column) => column.notNull().defaultTo(''))
      .addPrimaryKeyConstraint('quotes_key', ['ticket', 'number', 'revision'])
      .execute();
    await schema
      .createTable('quote_tickets')
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('other', 'integer', (column) => column.notNull().references('tickets.number'))
      .addPrimaryKeyConstraint('quote_tickets_key', ['other', 'ticket', 'number', 'revision'])
      .execute();
    await engine
      .withId(schema.createTable('charges'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('once', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('customer', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('month', 'text', (column) => column.notNull())
      .addColumn('minutes', 'integer')
      .addColumn('rate', 'bigint')
      .addColumn('net', 'bigint')
      .addColumn('tax', 'bigint')
      .addColumn('total', 'bigint')
      .addColumn('currency', 'text')
      .addColumn('quote', 'integer')
      .addColumn('revision', 'integer')
      .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
      .addColumn('voided', 'bigint')
      .addColumn('voided_why', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await schema.createIndex('charges_once').unique().on('charges').columns(['ticket', 'once']).execute();
    await schema.createIndex('charges_month').on('charges').column('month').execute();
  },
};
