import type { Effect } from '../../../domain/effect.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

/** Calls that wait for their caller's word. */
export function callReads({ tx }: At): Pick<Reading, 'openCall'> {
  return {
    async openCall(asked) {
      if (asked.length === 0) return null;
      const row = await tx
        .selectFrom('calls as c')
        .innerJoin('associates as s', 's.id', 'c.associate')
        .select(['c.message_id as messageId', 's.handle', 'c.address', 'c.name', 'c.title', 'c.text', 'c.at'])
        .where('c.message_id', 'in', asked)
        .where('c.ticket', 'is', null)
        .orderBy('c.at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

/** Keeps what was noted of a call. */
export async function keepCall(at: At, { call }: Extract<Effect, { act: 'keep-call' }>, now: number): Promise<void> {
  const { messageId, handle, ...noted } = call;
  const associate = await associateRow(at, handle, now);
  await at.tx
    .insertInto('calls')
    .values({ ...noted, message_id: messageId, associate, ticket: null })
    .execute();
}

/** What was noted stands on its ticket now, or was denied; here nothing of it is left. */
export async function callAnswered({ tx }: At, { call, ticket }: Extract<Effect, { act: 'call-answered' }>): Promise<void> {
  if (ticket === null) {
    await tx.deleteFrom('calls').where('message_id', '=', call).execute();
    return;
  }
  const blank = { address: '', name: '', title: '', text: '' };
  await tx
    .updateTable('calls')
    .set({ ...blank, ticket })
    .where('message_id', '=', call)
    .execute();
}
