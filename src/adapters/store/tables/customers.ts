import type { CustomerDetails } from '../../../domain/directory/directory.ts';
import type { Effect } from '../../../domain/effect.ts';
import { type ContactId, contactId } from '../../../domain/ids.ts';
import type { CustomerContact } from '../../../domain/settings.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { addAddress, ensureCustomer, knownAddress } from './contacts.ts';
import { type Roles, touchDirectory } from './directory.ts';

/** A customer as an import says it: all of it counts from now on. */
export async function keepCustomer(at: At, { customer }: Extract<Effect, { act: 'keep-customer' }>, now: number): Promise<void> {
  const { id, name, ...rest } = customer;
  const details = JSON.stringify(rest satisfies Omit<CustomerDetails, 'id' | 'name'>);
  await touchDirectory(at);
  await at.tx
    .insertInto('customers')
    .values({ id, name, details, created: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, details }))
    .execute();
}

/** A person of a customer as an import says them; they are known by any of their addresses, else by name. */
export async function keepPerson(
  at: At,
  { customer, contact }: Extract<Effect, { act: 'keep-person' }>,
  now: number,
): Promise<void> {
  await touchDirectory(at);
  await ensureCustomer(at, customer, now);
  const { name, addresses, language, phone, social } = contact;
  const said = { name, customer, language, phone, social, known: 1, roles: JSON.stringify(rolesOf(contact)) };
  const met = await metBefore(at, customer, contact);
  const id = met ?? contactId(await insertRow(at, 'contacts', { ...said, created: now, away_until: null }));
  if (met !== null) await at.tx.updateTable('contacts').set(said).where('id', '=', met).execute();
  for (const address of addresses) {
    const known = await knownAddress(at, address);
    if (known === undefined) await addAddress(at, address, id);
    else if (known.contact !== id)
      await at.tx.updateTable('contact_addresses').set({ contact: id }).where('id', '=', known.id).execute();
  }
}

const rolesOf = ({ spoc, approver, validator, stakeholder }: CustomerContact): Roles => ({
  spoc,
  approver,
  validator,
  stakeholder,
});

async function metBefore(at: At, customer: string, { name, addresses }: CustomerContact): Promise<ContactId | null> {
  for (const address of addresses) {
    const known = await knownAddress(at, address);
    if (known !== undefined) return known.contact;
  }
  const row = await at.tx
    .selectFrom('contacts')
    .select('id')
    .where('customer', '=', customer)
    .where(({ fn, eb }) => eb(fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What an associate says of a customer: new or old; null: what the rule says. */
export async function keepStanding(
  at: At,
  { customer, said }: Extract<Effect, { act: 'keep-standing' }>,
  now: number,
): Promise<void> {
  await ensureCustomer(at, customer, now);
  await touchDirectory(at);
  await at.tx.updateTable('customers').set({ standing: said }).where('id', '=', customer).execute();
}

/** What matters to a customer most, beside all else that is known of it. */
export async function keepPriorities(
  at: At,
  { customer, priorities }: Extract<Effect, { act: 'keep-priorities' }>,
  now: number,
): Promise<void> {
  await ensureCustomer(at, customer, now);
  await touchDirectory(at);
  const row = await at.tx.selectFrom('customers').select('details').where('id', '=', customer).executeTakeFirst();
  const before = row?.details == null ? {} : fromJson<Partial<CustomerDetails>>(row.details);
  const details = JSON.stringify({ ...before, priorities });
  await at.tx.updateTable('customers').set({ details }).where('id', '=', customer).execute();
}
