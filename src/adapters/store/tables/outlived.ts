import { sql } from 'kysely';
import { answeredOffer } from '../../../domain/bundle/verify-bundle.ts';
import type { Proof } from '../../../domain/evidence-chain.ts';
import type { Sha256 } from '../../../domain/ids.ts';
import type { ReadsBeside } from '../../../domain/reads.ts';
import { fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';

/** Tickets that were closed long ago; one that was opened and closed again since it was emptied is among them again. */
export const outlivedReads = ({ tx }: At): Pick<ReadsBeside, 'outlived'> => ({
  async outlived(before, limit) {
    const rows = await tops(tx)
      .selectFrom('tops as o')
      .innerJoin('tickets as top', 'top.number', 'o.top')
      .innerJoin('tickets as t', 't.number', 'o.number')
      .select('o.number')
      .where('top.merged_into', 'is', null)
      .where('top.closed', '<', before)
      .where(({ or, eb }) => or([eb('t.purged', 'is', null), eb('t.purged', '<', sql.ref<number>('top.closed'))]))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('outbox').select('id').whereRef('ticket', '=', 'o.number').where('state', '=', 'sending'))),
      )
      .orderBy('top.closed')
      .orderBy('o.number')
      .limit(limit)
      .execute();
    return rows.map(({ number }) => number);
  },
});

/** Which ticket each goes on in: itself, or the last that it was merged into. */
const tops = (tx: Tx) =>
  tx.withRecursive('tops(number, top)', (db) =>
    db
      .selectFrom('tickets')
      .select(['number', 'number as top'])
      .where('deleted', 'is', null)
      .where(({ or, eb }) => or([eb('closed', 'is not', null), eb('merged_into', 'is not', null)]))
      .unionAll(
        db
          .selectFrom('tops as o')
          .innerJoin('tickets as t', 't.number', 'o.top')
          .select((row) => ['o.number', row.ref('t.merged_into').$notNull().as('top')])
          .where('t.merged_into', 'is not', null),
      ),
  );

/** Mails as they came that the chain of evidence names, whatever their ticket. */
export async function mailsInEvidence(tx: Tx): Promise<Sha256[]> {
  const rows = await tx
    .selectFrom('evidence_chain as e')
    .innerJoin('arrivals as a', 'a.id', 'e.arrival')
    .select('a.sha256')
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Hashes of the offers that somebody answered: one for several tickets may be answered on another. */
export async function offersInEvidence(tx: Tx): Promise<Sha256[]> {
  const rows = await tx.selectFrom('evidence_chain').select('proof').execute();
  return rows.flatMap(({ proof }) => answeredOffer(fromJson<Proof>(proof)) ?? []);
}
