import { sql } from 'kysely';
import type { MailLedger, MailLedgerReads } from '../../../domain/digest/ledger.ts';
import type { Outcome } from '../../../domain/ticket.ts';
import type { Tx } from '../schema.ts';
import type { At } from '../search.ts';

/** Unaccounted mails that are named one by one. */
const mostNamed = 50;

/** What came in, term by term. */
export const mailLedgerReads = ({ tx }: At): MailLedgerReads => ({
  async mailLedger(from, to) {
    const { seen } = await tx
      .selectFrom('arrivals')
      .select(({ fn }) => fn.countAll<number>().as('seen'))
      .where('taken', '>=', from)
      .where('taken', '<', to)
      .executeTakeFirstOrThrow();
    const rows = await cameIn(tx, from, to)
      .select(({ fn }) => ['term', fn.countAll<number>().as('count')])
      .groupBy('term')
      .execute();
    const lost = cameIn(tx, from, to).select('id').where('term', '=', 'unaccounted').orderBy('id').limit(mostNamed);
    const terms: { -readonly [Term in keyof MailLedger['terms']]: number } = { ...none };
    for (const { term, count } of rows) terms[term] = Number(count);
    return { seen: Number(seen), terms, unaccounted: (await lost.execute()).map(({ id }) => id) };
  },
});

/** A mail that opened a ticket, or came to one, is accounted for where that ticket is there. */
const cameIn = (tx: Tx, from: number, to: number) =>
  tx.selectFrom(
    tx
      .selectFrom('arrivals as a')
      .leftJoin('tickets as t', 't.number', 'a.ticket')
      .select('a.id')
      .select(
        sql<Outcome | 'unaccounted'>`case when a.outcome is null then 'unaccounted'
          when a.outcome in ('created', 'appended') and t.number is null then 'unaccounted' else a.outcome end`.as('term'),
      )
      .where('a.taken', '>=', from)
      .where('a.taken', '<', to)
      .as('came'),
  );

const none: MailLedger['terms'] = {
  ...{ created: 0, appended: 0, commanded: 0, bounced: 0, ignored: 0, duplicate: 0, held: 0, unaccounted: 0 },
};
