import type { Trust } from '../../../domain/authenticate/trust.ts';
import type { Effect } from '../../../domain/effect.ts';
import type { Reading } from '../../../domain/ports.ts';
import { prepared } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';

/** What is known of each border that is trusted by name. */
export function borderReads(at: At): Pick<Reading, 'trusts'> {
  return {
    async trusts() {
      const { rows } = await all(at, {});
      return rows.map(({ trust }) => fromJson<Trust>(trust));
    },
  };
}

/** Keeps it; what was known before is replaced. */
export async function keepTrust(at: At, { trust }: Extract<Effect, { act: 'keep-trust' }>): Promise<void> {
  await keep(at, { source: trust.source, trust: JSON.stringify(trust) });
}

const all = prepared((tx, _: object) => tx.selectFrom('borders').select('trust'));

const keep = prepared((tx, { source, trust }: { source: string; trust: string }) =>
  tx
    .insertInto('borders')
    .values({ source, trust })
    .onConflict((conflict) => conflict.column('source').doUpdateSet({ trust })),
);
