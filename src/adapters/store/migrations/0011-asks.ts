import type { Migration } from './migration.ts';

/** Questions put to people, whom, by which mails, what they said; and the chain of what each decision rested on. */
export const migration0011: Migration = {
  number: 11,
  name: 'asks',
  async up(db, engine) {
    const { schema } = db;
    await engine
      .withId(schema.createTable('asks'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('about', 'text')
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('need', 'text', (column) => column.notNull())
      .addColumn('asked', 'bigint', (column) => column.notNull())
      .addColumn('expires', 'bigint')
      .addColumn('reminds', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('asks_of').on('asks').columns(['ticket', 'id']).execute();
    await engine
      .withId(schema.createTable('ask_people'))
      .addColumn('ask', 'integer', (column) => column.notNull().references('asks.id'))
      .addColumn('address', 'integer', (column) => column.references('contact_addresses.id'))
      .addColumn('associate', 'integer', (column) => column.references('associates.id'))
      .execute();
    await schema.createIndex('ask_people_of').on('ask_people').column('ask').execute();
    await schema
      .createTable('ask_mails')
      .addColumn('ask', 'integer', (column) => column.notNull().references('asks.id'))
      .addColumn('message_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ask_mails_key', ['ask', 'message_id'])
      .execute();
    await engine
      .withId(schema.createTable('ask_answers'))
      .addColumn('ask', 'integer', (column) => column.notNull().references('asks.id'))
      .addColumn('address', 'integer', (column) => column.references('contact_addresses.id'))
      .addColumn('associate', 'integer', (column) => column.references('associates.id'))
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
      .addColumn('via', 'text', (column) => column.notNull())
      .addColumn('recorded_by', 'integer', (column) => column.references('associates.id'))
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint')
      .execute();
    await schema.createIndex('ask_answers_of').on('ask_answers').column('ask').execute();
    await engine
      .withId(schema.createTable('evidence_chain'))
      .addColumn('ticket', 'integer', (column) => column.notNull().references('tickets.number'))
      .addColumn('arrival', 'integer', (column) => column.references('arrivals.id'))
      .addColumn('proof', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull().unique())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    await engine.appendOnly(db, 'evidence_chain');
  },
};
