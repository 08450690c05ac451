import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Mails that wait together leave as one, and none leaves faster than its reader or their server should get mail. */
export const migration0008: Migration = {
  number: 8,
  name: 'one-mail',
  async up({ schema }) {
    const outbox = (): ReturnType<typeof schema.alterTable> => schema.alterTable('outbox');
    await outbox().addColumn('fold_until', 'bigint').execute();
    await outbox()
      .addColumn('folded_into', 'integer', (column) => column.references('outbox.id'))
      .execute();
    await outbox().addColumn('claimed', 'bigint').execute();
    await outbox().addColumn('to_domain', 'text').execute();
    await outbox().addColumn('limited', 'text').execute();
    const index = (name: string) => schema.createIndex(name).on('outbox');
    // Queries must name the state as a literal, and what is not null as such.
    await index('outbox_folds')
      .columns(['ticket', 'to_address'])
      .where(sql.ref('state'), '=', sql.lit('delayed'))
      .where(sql.ref('fold_until'), 'is not', null)
      .execute();
    await index('outbox_folded').column('folded_into').where(sql.ref('folded_into'), 'is not', null).execute();
    await index('outbox_left_address').columns(['to_address', 'claimed']).where(sql.ref('claimed'), 'is not', null).execute();
    await index('outbox_left_domain').columns(['to_domain', 'claimed']).where(sql.ref('claimed'), 'is not', null).execute();
    await index('outbox_limited').column('to_address').where(sql.ref('limited'), 'is not', null).execute();
  },
};
