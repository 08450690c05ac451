import { sql } from 'kysely';
import type { OutboxId } from '../../../domain/ids.ts';
import type { SendLimits } from '../../../domain/settings.ts';
import { prepared } from '../prepared.ts';
import type { QueuedRow } from '../schema.ts';
import type { At } from '../search.ts';
import { foldDue } from './fold-mails.ts';
import { isWaiting } from './outbox.ts';
import { type Due, domainOf, type Gate, openGate, type Turn, turnOf } from './send-limits.ts';

export type Claiming = { now: number; limit: number; owner: string; leaseUntil: number };

/** Due mails that one claim looks at, so that many that must wait hold up neither intake nor each other. */
const mostLookedAt = 500;

/** O1: what is due becomes one mail where it can, waits where it must, and is leased. In the order it is due. */
export async function claimMails(at: At, claiming: Claiming, limits: SendLimits): Promise<QueuedRow[]> {
  await foldDue(at, claiming);
  const gate = await openGate(at, claiming.now, limits);
  const claimed: QueuedRow[] = [];
  let looked = 0;
  while (claimed.length < claiming.limit && looked < mostLookedAt) {
    const { rows } = await dueMails(at, { now: claiming.now, limit: claiming.limit - claimed.length });
    if (rows.length === 0) break;
    looked += rows.length;
    for (const due of rows) claimed.push(...(await claimOne(at, due, claiming, gate)));
  }
  return claimed;
}

async function claimOne(at: At, due: Due, claiming: Claiming, gate: Gate): Promise<readonly QueuedRow[]> {
  const turn = await turnOf(at, due, gate);
  const domain = domainOf(due);
  if (turn === null) return (await lease(at, { ...claiming, id: due.id, domain })).rows;
  await letWait(at, { ...turn, id: due.id, domain });
  return [];
}

const dueMails = prepared((tx, { now, limit }: { now: number; limit: number }) =>
  tx
    .selectFrom('outbox')
    .select(['id', 'to_address', 'party', 'next'])
    .where(isWaiting)
    .where('next', '<=', now)
    .orderBy('next')
    .orderBy('id')
    .limit(limit),
);

type One = { id: OutboxId; domain: string | null };

const lease = prepared((tx, { id, domain, now, owner, leaseUntil }: Claiming & One) =>
  tx
    .updateTable('outbox')
    .set(({ eb }) => ({
      ...{ state: sql.lit('sending'), lease_owner: owner, lease_until: leaseUntil },
      ...{ claimed: now, to_domain: domain, limited: null },
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .returningAll(),
);

const letWait = prepared((tx, { id, domain, next, limited }: Turn & One) =>
  tx.updateTable('outbox').set({ next, limited, to_domain: domain }).where('id', '=', id),
);
