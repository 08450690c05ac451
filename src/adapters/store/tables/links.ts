import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId } from '../../../domain/ids.ts';
import type { At } from '../search.ts';

type LinkTickets = Extract<Effect, { act: 'link-tickets' }>;

/** Notes that one ticket may have to do with another, for somebody to look at; noted once. */
export async function linkTickets(
  { tx }: At,
  { ticket, to, why }: LinkTickets,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  await tx
    .insertInto('ticket_links')
    .values({ ticket, other: to, why, at: now, arrival })
    .onConflict((conflict) => conflict.columns(['ticket', 'other']).doNothing())
    .execute();
}
