import type { Talk, TalkReads } from '../../../domain/calendar/talk.ts';
import type { Effect } from '../../../domain/effect.ts';
import type { TicketNo } from '../../../domain/ids.ts';
import { prepared } from '../prepared.ts';
import { fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';

/** Times to talk. */
export const talkReads = (at: At): TalkReads => ({
  async talks(ticket) {
    const { rows } = await rowsOf(at, { ticket });
    return rows.map(({ talk }) => fromJson<Talk>(talk ?? ''));
  },
});

const rowsOf = prepared((tx: Tx, { ticket }: { ticket: TicketNo }) =>
  tx.selectFrom('talks').select('talk').where('ticket', '=', ticket).where('talk', 'is not', null).orderBy('number'),
);

/** How it stands from now on. */
export async function keepTalk({ tx }: At, { talk }: Extract<Effect, { act: 'keep-talk' }>): Promise<void> {
  const { ticket, number } = talk;
  const row = { ticket, number, talk: JSON.stringify(talk) };
  await tx
    .insertInto('talks')
    .values(row)
    .onConflict((on) => on.columns(['ticket', 'number']).doUpdateSet({ talk: row.talk }))
    .execute();
}

/** It was never proposed. */
export async function dropTalk({ tx }: At, { ticket, number }: Extract<Effect, { act: 'drop-talk' }>): Promise<void> {
  await tx.deleteFrom('talks').where('ticket', '=', ticket).where('number', '=', number).execute();
}
