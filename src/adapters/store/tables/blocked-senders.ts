import type { Effect } from '../../../domain/effect.ts';
import type { Reading } from '../../../domain/ports.ts';
import { prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { addressKey } from './contacts.ts';

/** Whom nobody wants to hear of. */
export function blockReads(at: At): Pick<Reading, 'blockOf'> {
  return {
    async blockOf(sender, now) {
      const address = addressKey(sender);
      const domain = address.slice(address.lastIndexOf('@') + 1);
      const { rows } = await standing(at, { address, domain });
      // The longer one counts, and whoever is blocked for good stays so.
      const lasts = ({ until }: { until: number | null }): number => until ?? Number.POSITIVE_INFINITY;
      return rows.filter((row) => lasts(row) > now).sort((a, b) => lasts(b) - lasts(a))[0] ?? null;
    },
  };
}

/** Blocks an address or a domain; said again, the later word counts. */
export async function blockSender(
  { tx }: At,
  { sender, until }: Extract<Effect, { act: 'block-sender' }>,
  now: number,
): Promise<void> {
  await tx
    .insertInto('blocked_senders')
    .values({ sender: addressKey(sender), until, since: now })
    .onConflict((conflict) => conflict.column('sender').doUpdateSet({ until, since: now }))
    .execute();
}

/** Lets them write again. */
export async function unblockSender({ tx }: At, { sender }: Extract<Effect, { act: 'unblock-sender' }>): Promise<void> {
  await tx.deleteFrom('blocked_senders').where('sender', '=', addressKey(sender)).execute();
}

const standing = prepared((tx, { address, domain }: { address: string; domain: string }) =>
  tx
    .selectFrom('blocked_senders')
    .select(['sender', 'until'])
    .where((row) => row.or([row('sender', '=', address), row('sender', '=', domain)])),
);
