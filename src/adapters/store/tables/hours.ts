import type { Effect } from '../../../domain/effect.ts';
import type { Reading } from '../../../domain/ports.ts';
import { insertRow } from '../prepared.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

/** Hours of work. */
export function timeReads({ tx }: At): Pick<Reading, 'time'> {
  return {
    async time(ticket) {
      const rows = await tx
        .selectFrom('hours as h')
        .innerJoin('associates as s', 's.id', 'h.associate')
        .select(['s.handle', 'h.at', 'h.minutes', 'h.kind', 'h.rate', 'h.currency'])
        .where('h.ticket', '=', ticket)
        .orderBy('h.id')
        .execute();
      return rows.map(({ rate, currency, ...same }) => ({
        ...same,
        rate: rate === null ? null : { amount: rate, currency: currency ?? '' },
      }));
    },
  };
}

/** Books hours. */
export async function keepTime(at: At, { ticket, time }: Extract<Effect, { act: 'keep-time' }>, now: number): Promise<void> {
  await insertRow(at, 'hours', {
    ticket,
    associate: await associateRow(at, time.handle, now),
    at: time.at,
    minutes: time.minutes,
    kind: time.kind,
    rate: time.rate?.amount ?? null,
    currency: time.rate?.currency ?? null,
  });
}

/** Takes the last such booking back. */
export async function dropTime(at: At, { ticket, time }: Extract<Effect, { act: 'drop-time' }>, now: number): Promise<void> {
  const last = await at.tx
    .selectFrom('hours')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('ticket', '=', ticket)
    .where('associate', '=', await associateRow(at, time.handle, now))
    .where('minutes', '=', time.minutes)
    .where('kind', '=', time.kind)
    .executeTakeFirst();
  if (last?.id) await at.tx.deleteFrom('hours').where('id', '=', last.id).execute();
}
