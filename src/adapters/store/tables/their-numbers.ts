import type { Effect } from '../../../domain/effect.ts';
import type { TheirNumberReads } from '../../../domain/reads.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

/** What outside parties call our tickets. */
export const theirNumberReads = ({ tx }: At): TheirNumberReads => ({
  async ticketOfTheirs(handle, numbers) {
    if (numbers.length === 0) return null;
    const row = await tx
      .selectFrom('their_numbers as n')
      .innerJoin('associates as a', 'a.id', 'n.associate')
      .select('n.ticket')
      .where('a.handle', '=', handle)
      .where('n.number', 'in', numbers)
      .orderBy('n.at', 'desc')
      .executeTakeFirst();
    return row?.ticket ?? null;
  },
});

/** A number that meant another ticket before means this one from now on. */
export async function learnTheirNumber(
  at: At,
  { handle, number, ticket }: Extract<Effect, { act: 'learn-their-number' }>,
  now: number,
): Promise<void> {
  const associate = await associateRow(at, handle, now);
  await at.tx
    .insertInto('their_numbers')
    .values({ associate, number, ticket, at: now })
    .onConflict((conflict) => conflict.columns(['associate', 'number']).doUpdateSet({ ticket, at: now }))
    .execute();
}
