import type { Effect } from '../../../domain/effect.ts';
import type { At } from '../search.ts';
import { knownAddress } from './contacts.ts';

/** Until when a contact is away; the last note they sent counts. */
export async function keepAway(at: At, { address, until }: Extract<Effect, { act: 'keep-away' }>): Promise<void> {
  const known = await knownAddress(at, address);
  if (known) await at.tx.updateTable('contacts').set({ away_until: until }).where('id', '=', known.contact).execute();
}
