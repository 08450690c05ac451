import type { Effect } from '../../../domain/effect.ts';
import { type ContactId, contactId } from '../../../domain/ids.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { addAddress, ensureCustomer, knownAddress } from './contacts.ts';
import { touchDirectory } from './directory.ts';
import { clearMark } from './mark-address.ts';

type KeepContact = Extract<Effect, { act: 'keep-contact' }>;

/** Learns of a contact what was not known yet; what a person or a file said before stays. */
export async function keepContact(
  at: At,
  { address, name, customer, language, proved }: KeepContact,
  now: number,
): Promise<void> {
  await ensureCustomer(at, customer, now);
  const met = await knownAddress(at, address);
  if (met) {
    if (met.bounced_at !== null) await clearMark(at, { id: met.id });
    if (await isNewsOf(at, met.contact, customer, proved)) await touchDirectory(at);
    await learn(at, { id: met.contact, name, customer, language, known: proved ? 1 : 0 });
    return;
  }
  if (customer !== null && proved) await touchDirectory(at);
  const id = await insertRow(at, 'contacts', { name, customer, language, known: proved ? 1 : 0, created: now, away_until: null });
  await addAddress(at, address, contactId(id));
}

/** Somebody becomes one of a customer's people: they were of none, or nobody had proved that it is they. */
async function isNewsOf(at: At, id: ContactId, customer: string | null, proved: boolean): Promise<boolean> {
  const [row] = (await belonging(at, { id })).rows;
  if (row === undefined || (row.known === 1 && row.customer !== null)) return false;
  return (row.customer ?? customer) !== null && (row.known === 1 || proved);
}

const belonging = prepared((tx, { id }: { id: ContactId }) =>
  tx.selectFrom('contacts').select(['known', 'customer']).where('id', '=', id),
);

type Learnt = { id: ContactId; name: string; customer: string | null; language: string | null; known: number };

const learn = prepared((tx, { id, name, customer, language, known }: Learnt) =>
  tx
    .updateTable('contacts')
    .set(({ fn, eb, ref }) => ({
      name: eb.case().when('name', '=', '').then(name).else(ref('name')).end(),
      customer: fn.coalesce('customer', eb.val(customer)),
      language: fn.coalesce('language', eb.val(language)),
      known: eb.case().when('known', '=', 1).then(1).else(known).end(),
    }))
    .where('id', '=', id),
);
