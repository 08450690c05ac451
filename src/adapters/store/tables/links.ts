import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId, TicketNo } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { At } from '../search.ts';

type Doing<Act extends Effect['act']> = Extract<Effect, { act: Act }>;

/** Which tickets one has to do with. */
export function kinReads({ tx }: At): Pick<Reading, 'kin' | 'openLinked'> {
  const numbers = (column: 'merged_into' | 'master', ticket: TicketNo): Promise<{ number: TicketNo }[]> =>
    tx.selectFrom('tickets').select('number').where(column, '=', ticket).orderBy('number').execute();
  return {
    async kin(ticket) {
      const links = await tx
        .selectFrom('ticket_links')
        .select(['ticket', 'other'])
        .where((row) => row.or([row('ticket', '=', ticket), row('other', '=', ticket)]))
        .execute();
      const linked = new Set(links.map((link) => (link.ticket === ticket ? link.other : link.ticket)));
      return {
        links: [...linked].sort((a, b) => a - b),
        merged: (await numbers('merged_into', ticket)).map(({ number }) => number),
        hanging: (await numbers('master', ticket)).map(({ number }) => number),
      };
    },
    async openLinked(ticket) {
      const beside = tx
        .selectFrom('ticket_links')
        .select('other as number')
        .where('ticket', '=', ticket)
        .union(tx.selectFrom('ticket_links').select('ticket as number').where('other', '=', ticket))
        .union(tx.selectFrom('tickets').select('number').where('master', '=', ticket));
      const { open } = await tx
        .selectFrom('tickets')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .where('number', 'in', beside)
        .where('closed', 'is', null)
        .where('deleted', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(open);
    },
  };
}

/** Notes that one ticket may have to do with another, for somebody to look at; noted once. */
export async function linkTickets(
  { tx }: At,
  { ticket, to, why }: Doing<'link-tickets'>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  await tx
    .insertInto('ticket_links')
    .values({ ticket, other: to, why, at: now, arrival })
    .onConflict((conflict) => conflict.columns(['ticket', 'other']).doNothing())
    .execute();
}

/** They have nothing to do with each other, whichever of them the link was noted on. */
export async function unlinkTickets({ tx }: At, { ticket, to }: Doing<'unlink-tickets'>): Promise<void> {
  await tx.deleteFrom('ticket_links').where('ticket', '=', ticket).where('other', '=', to).execute();
  await tx.deleteFrom('ticket_links').where('ticket', '=', to).where('other', '=', ticket).execute();
}

/** Notes in which ticket one lives on. */
export async function mergeTicket({ tx }: At, { ticket, into }: Doing<'merge-ticket'>, now: number): Promise<void> {
  await tx.updateTable('tickets').set({ merged_into: into, updated: now }).where('number', '=', ticket).execute();
}

/** Notes which ticket is the root cause of one. */
export async function hangTicket({ tx }: At, { ticket, on }: Doing<'hang-ticket'>, now: number): Promise<void> {
  await tx.updateTable('tickets').set({ master: on, updated: now }).where('number', '=', ticket).execute();
}
