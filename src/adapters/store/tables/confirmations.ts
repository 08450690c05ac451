import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

/** Mails that wait for the word of whom they name. */
export function confirmationReads({ tx }: At): Pick<Reading, 'confirmations'> {
  return {
    async confirmations(handle, now) {
      const rows = await tx
        .selectFrom('confirmations as c')
        .innerJoin('associates as s', 's.id', 'c.associate')
        .select(['c.id', 'c.arrival', 'c.ticket', 'c.commands', 'c.asked', 'c.created', 'c.expires', 'c.state'])
        .where('s.handle', '=', handle)
        .where('c.state', '=', 'open')
        .where('c.expires', '>', now)
        .orderBy('c.id')
        .execute();
      return rows.map(({ commands, ...same }) => ({ ...same, handle, commands: fromJson<string[]>(commands) }));
    },
  };
}

/** Notes that a mail waits. */
export async function askConfirmation(
  at: At,
  { confirmation }: Extract<Effect, { act: 'ask-confirmation' }>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  if (arrival === null) return;
  const { handle, ticket, commands, asked, expires } = confirmation;
  await insertRow(at, 'confirmations', {
    associate: await associateRow(at, handle, now),
    arrival,
    ticket,
    commands: JSON.stringify(commands),
    asked,
    created: now,
    expires,
    state: 'open',
  });
}

/** It was answered, or asked for at last. */
export async function settleConfirmation(
  { tx }: At,
  { confirmation, to }: Extract<Effect, { act: 'settle-confirmation' }>,
): Promise<void> {
  await tx.updateTable('confirmations').set(to).where('id', '=', confirmation).where('state', '=', 'open').execute();
}
