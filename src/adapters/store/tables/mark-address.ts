import type { Effect } from '../../../domain/effect.ts';
import { prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { addressKey } from './contacts.ts';

/** Remembers that mail to an address fails, and in whose words; one that nobody knows stays unknown. */
export async function markAddress(
  { tx }: At,
  { address, why }: Extract<Effect, { act: 'mark-address' }>,
  now: number,
): Promise<void> {
  await tx
    .updateTable('contact_addresses')
    .set({ bounced_at: now, bounced_why: why })
    .where('address', '=', addressKey(address))
    .execute();
}

/** A mail came from it: it works. */
export const clearMark = prepared((tx, { id }: { id: number }) =>
  tx.updateTable('contact_addresses').set({ bounced_at: null, bounced_why: null }).where('id', '=', id),
);
