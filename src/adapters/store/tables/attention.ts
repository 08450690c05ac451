import type { AttentionEffect, AttentionReads } from '../../../domain/attention/notice.ts';
import type { At } from '../search.ts';
import { associateRow } from './people.ts';

type Does<Act extends AttentionEffect['act']> = Extract<AttentionEffect, { act: Act }>;

/** What some of us are to hear of, and alarms on their way. */
export const attentionReads = ({ tx }: At): AttentionReads => ({
  async notices() {
    const rows = await tx
      .selectFrom('notices as n')
      .innerJoin('associates as s', 's.id', 'n.associate')
      .select(['n.id', 's.handle', 'n.ticket', 'n.clock', 'n.kind', 'n.said', 'n.at', 'n.severe'])
      .orderBy('n.id')
      .execute();
    return rows.map(({ severe, ...notice }) => ({ ...notice, severe: severe !== 0 }));
  },
  async lastTold() {
    const rows = await tx
      .selectFrom('told as t')
      .innerJoin('associates as s', 's.id', 't.associate')
      .select(['s.handle', 't.at'])
      .execute();
    return new Map(rows.map(({ handle, at }) => [handle, at]));
  },
  alarmsDue: (now, limit) =>
    tx
      .selectFrom('alarms')
      .select(['id', 'key', 'ticket', 'body', 'at', 'attempts'])
      .where('next', '<=', now)
      .where('state', '=', 'waiting')
      .orderBy('id')
      .limit(limit)
      .execute(),
  async alarmsTold() {
    const row = await tx.selectFrom('alarms').select('id').where('told', '=', 1).limit(1).executeTakeFirst();
    return row !== undefined;
  },
});

/** Notes that somebody is to hear of something. */
export async function keepNotice(at: At, { notice }: Does<'keep-notice'>, now: number): Promise<void> {
  const { handle, severe, ...row } = notice;
  const associate = await associateRow(at, handle, now);
  await at.tx
    .insertInto('notices')
    .values({ ...row, associate, severe: severe ? 1 : 0 })
    .execute();
}

/** They are told, or need not be any more. */
export async function dropNotices({ tx }: At, { ids }: Does<'drop-notices'>): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('notices').where('id', 'in', ids).execute();
}

/** Notes when somebody was told. */
export async function noteTold(at: At, { handle }: Does<'note-told'>, now: number): Promise<void> {
  await at.tx
    .insertInto('told')
    .values({ associate: await associateRow(at, handle, now), at: now })
    .onConflict((conflict) => conflict.column('associate').doUpdateSet({ at: now }))
    .execute();
}

/** Puts an alarm on its way; one that was raised already is not raised again. */
export async function raiseAlarm({ tx }: At, { alarm }: Does<'raise-alarm'>, now: number): Promise<void> {
  await tx
    .insertInto('alarms')
    .values({ ...alarm, state: 'waiting', attempts: 0, next: now, error: null, told: 0 })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** What became of a try; one more is counted. */
export async function settleAlarm({ tx }: At, { alarm, state, next, error }: Does<'settle-alarm'>): Promise<void> {
  await tx
    .updateTable('alarms')
    .set(({ eb }) => ({ state, next, error, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', alarm)
    .where('state', '=', 'waiting')
    .execute();
}

/** The admins know of what does not get through, or need to know it anew. */
export async function alarmsTold({ tx }: At, { told }: Does<'alarms-told'>): Promise<void> {
  const all = tx.updateTable('alarms').set({ told: told ? 1 : 0 });
  await (told ? all.where('state', '!=', 'sent') : all.where('told', '=', 1)).execute();
}
