import { journal } from './0001/journal.ts';
import { ledger } from './0001/ledger.ts';
import { messages } from './0001/messages.ts';
import { outbox } from './0001/outbox.ts';
import { people } from './0001/people.ts';
import { threads, tickets } from './0001/tickets.ts';
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
