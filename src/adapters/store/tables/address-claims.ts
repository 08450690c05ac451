import type { AddressClaim, ClaimReads } from '../../../domain/address-claim.ts';
import type { Effect } from '../../../domain/effect.ts';
import { claimId } from '../../../domain/ids.ts';
import { insertRow } from '../prepared.ts';
import type { At } from '../search.ts';
import { addressKey, addressRow } from './contacts.ts';
import { associateRow } from './people.ts';

/** Questions whether an address is an associate's too. */
export const claimReads = ({ tx }: At): ClaimReads => ({
  async addressClaim(id) {
    return claimFrom(await claims({ tx }).where('c.id', '=', id).executeTakeFirst());
  },
  async openAddressClaim(of, now) {
    const open = claims({ tx }).where('c.state', '=', 'open').where('c.expires', '>', now);
    const row =
      'handle' in of
        ? open.where('s.handle', '=', of.handle).where('c.associate_said', 'is', null)
        : open.where('a.address', '=', addressKey(of.address)).where('c.address_said', 'is', null);
    return claimFrom(await row.orderBy('c.id', 'desc').limit(1).executeTakeFirst());
  },
  async nextAddressClaim(handle, address, now, since) {
    const standing = await tx
      .selectFrom('address_claims as c')
      .innerJoin('associates as s', 's.id', 'c.associate')
      .innerJoin('contact_addresses as a', 'a.id', 'c.address')
      .select('c.id')
      .where(({ and, or, eb }) =>
        or([
          and([eb('s.handle', '=', handle), eb('c.state', '=', 'open'), eb('c.expires', '>', now)]),
          and([eb('a.address', '=', addressKey(address)), eb('c.asked', '>', since)]),
        ]),
      )
      .executeTakeFirst();
    if (standing !== undefined) return null;
    const last = await tx.selectFrom('address_claims').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
    return claimId((last?.id ?? 0) + 1);
  },
});

const claims = ({ tx }: Pick<At, 'tx'>) =>
  tx
    .selectFrom('address_claims as c')
    .innerJoin('associates as s', 's.id', 'c.associate')
    .innerJoin('contact_addresses as a', 'a.id', 'c.address')
    .select(['c.id', 's.handle', 'a.address', 'c.expires', 'c.associate_said', 'c.address_said', 'c.state']);

type Row = Awaited<ReturnType<ReturnType<typeof claims>['executeTakeFirst']>>;

function claimFrom(row: Row): AddressClaim | null {
  if (row?.address == null) return null;
  const { associate_said, address_said, address, ...same } = row;
  return { ...same, address, said: { associate: associate_said, address: address_said } };
}

/** Notes that both are asked. */
export async function askAddress(
  at: At,
  { claim, handle, address, name, expires }: Extract<Effect, { act: 'ask-address' }>,
  now: number,
): Promise<void> {
  await insertRow(at, 'address_claims', {
    id: claim,
    associate: await associateRow(at, handle, now),
    address: (await addressRow(at, address, name, now)).id,
    asked: now,
    expires,
    associate_said: null,
    address_said: null,
    state: 'open',
  });
}

/** One of them answered. */
export async function answerAddress(
  { tx }: At,
  { claim, by, state }: Extract<Effect, { act: 'answer-address' }>,
  now: number,
): Promise<void> {
  const said = state === 'refused' ? {} : by === 'associate' ? { associate_said: now } : { address_said: now };
  await tx
    .updateTable('address_claims')
    .set({ ...said, state })
    .where('id', '=', claim)
    .where('state', '=', 'open')
    .execute();
}
