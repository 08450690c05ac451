import type { DigestEffect, DigestReads } from '../../../domain/digest/digest.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

/** Mails that come again and again. */
export const digestReads = ({ tx }: At): DigestReads => ({
  async digests() {
    const rows = await tx
      .selectFrom('digests as d')
      .innerJoin('associates as s', 's.id', 'd.associate')
      .select(['s.handle', 'd.name', 'd.at', 'd.off'])
      .orderBy('s.handle')
      .orderBy('d.name')
      .execute();
    return rows.map(({ off, ...same }) => ({ ...same, off: off === 1 }));
  },
});

/** Keeps when one came, and whether its reader wants more. */
export async function keepDigest(at: At, { handle, name, set }: DigestEffect, now: number): Promise<void> {
  const changed = {
    ...(set.at === undefined ? {} : { at: set.at }),
    ...(set.off === undefined ? {} : { off: set.off ? 1 : 0 }),
  };
  await at.tx
    .insertInto('digests')
    .values({ associate: await associateRow(at, handle, now), name, at: null, off: 0, ...changed })
    .onConflict((conflict) => conflict.columns(['associate', 'name']).doUpdateSet(changed))
    .execute();
}
