import type { Effect } from '../../../domain/effect.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { At } from '../search.ts';
import { digestReads } from './digests.ts';
import { associateRow } from './people.ts';

/** What each of us chose by mail, and how much lies on their desks. */
export function preferenceReads(at: At): Pick<Reading, 'colleagues'> {
  return {
    async colleagues() {
      const rows = await at.tx
        .selectFrom('associates as s')
        .leftJoin('preferences as p', 'p.associate', 's.id')
        .select(['s.handle', 'p.receipts', 'p.away_until', 'p.away_to'])
        .select(({ selectFrom }) =>
          selectFrom('tickets as t')
            .select(({ fn }) => fn.countAll<number>().as('open'))
            .whereRef('t.assignee', '=', 's.id')
            .where('t.closed', 'is', null)
            .as('open'),
        )
        .select(({ selectFrom }) =>
          selectFrom('tickets as t')
            .select(({ fn }) => fn.countAll<number>().as('urgent'))
            .whereRef('t.assignee', '=', 's.id')
            .where('t.closed', 'is', null)
            .where('t.severity', 'in', ['high', 'severe'])
            .as('urgent'),
        )
        .where('s.removed', 'is', null)
        .orderBy('s.handle')
        .execute();
      const off = (await digestReads(at).digests()).filter((row) => row.off);
      return rows.map(({ handle, receipts, away_until, away_to, open, urgent }) => ({
        handle,
        open: Number(open ?? 0),
        receipts: receipts !== 0,
        urgent: Number(urgent ?? 0),
        awayUntil: away_until,
        awayTo: away_to,
        digestsOff: off.filter((row) => row.handle === handle).map(({ name }) => name),
      }));
    },
  };
}

/** Keeps what an associate chose. */
export async function prefer(at: At, { handle, set }: Extract<Effect, { act: 'prefer' }>, now: number): Promise<void> {
  const changed = {
    ...(set.receipts === undefined ? {} : { receipts: set.receipts ? 1 : 0 }),
    ...(set.awayUntil === undefined ? {} : { away_until: set.awayUntil }),
    ...(set.awayTo === undefined ? {} : { away_to: set.awayTo }),
  };
  await at.tx
    .insertInto('preferences')
    .values({ receipts: 1, away_until: null, away_to: null, associate: await associateRow(at, handle, now), ...changed })
    .onConflict((conflict) => conflict.column('associate').doUpdateSet(changed))
    .execute();
}
