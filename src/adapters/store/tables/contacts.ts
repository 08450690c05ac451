import { type ContactId, contactId } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { Contact } from '../../../domain/ticket.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';

type ContactReads = Pick<Reading, 'contact' | 'contactId' | 'contactOf'>;

/** Contacts by address or id. */
export function contactReads(at: At): ContactReads {
  return {
    async contact(address) {
      const row = await knownAddress(at, address);
      return row ? await contactAt(at, row.contact, row) : null;
    },
    async contactId(address) {
      return (await knownAddress(at, address))?.contact ?? null;
    },
    async contactOf(id) {
      const [first] = (await addressesOf(at, { id })).rows;
      return first ? await contactAt(at, id, first) : null;
    },
  };
}

/** Addresses are compared without regard to case, as every mail system of today does. */
export const addressKey = (address: string): string => address.toLowerCase();

/** How a person is shown: by address, or by number once that was blanked. */
export const shownContact = (contact: number, address: string | null): string => address ?? `contact ${contact}`;

export type AddressRow = {
  id: number;
  contact: ContactId;
  address: string | null;
  bounced_at: number | null;
  bounced_why: string | null;
};

/** The row of an address, where it is known. */
export async function knownAddress(at: At, address: string): Promise<AddressRow | undefined> {
  return (await byAddress(at, { key: addressKey(address) })).rows[0];
}

/** The row of an address; a stranger's is made, with a contact that nothing but the name is known of. */
export async function addressRow(at: At, address: string, name: string, now: number): Promise<AddressRow> {
  const known = await knownAddress(at, address);
  if (known) return known;
  const contact = await insertRow(at, 'contacts', {
    name,
    customer: null,
    language: null,
    known: 0,
    created: now,
    away_until: null,
  });
  return await addAddress(at, address, contactId(contact));
}

/** Gives a contact one more address. */
export async function addAddress(at: At, address: string, contact: ContactId): Promise<AddressRow> {
  const row = { address: addressKey(address), contact, bounced_at: null, bounced_why: null };
  return { id: await insertRow(at, 'contact_addresses', row), ...row };
}

/** Customers that mail or files bring in get a row, so that contacts and tickets can name them. */
export async function ensureCustomer(at: At, id: string | null, now: number): Promise<void> {
  if (id !== null) await newCustomer(at, { id, now });
}

const byAddress = prepared((tx, { key }: { key: string }) =>
  tx.selectFrom('contact_addresses').select(['id', 'contact', 'address', 'bounced_at', 'bounced_why']).where('address', '=', key),
);
const addressesOf = prepared((tx, { id }: { id: ContactId }) =>
  tx.selectFrom('contact_addresses').select(['address', 'bounced_at', 'bounced_why']).where('contact', '=', id).orderBy('id'),
);
const contactById = prepared((tx, { id }: { id: ContactId }) =>
  tx.selectFrom('contacts').select(['name', 'customer', 'language', 'known', 'away_until']).where('id', '=', id),
);
const newCustomer = prepared((tx, { id, now }: { id: string; now: number }) =>
  tx
    .insertInto('customers')
    .values({ id, created: now })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

type Addressed = Pick<AddressRow, 'address' | 'bounced_at' | 'bounced_why'>;

async function contactAt(at: At, id: ContactId, { address, bounced_at, bounced_why }: Addressed): Promise<Contact | null> {
  const [row] = (await contactById(at, { id })).rows;
  if (!row) return null;
  const { away_until, known, ...same } = row;
  return {
    ...same,
    address: shownContact(id, address),
    known: known === 1,
    ...(away_until === null ? {} : { awayUntil: away_until }),
    ...(bounced_at === null ? {} : { bounced: { at: bounced_at, why: bounced_why ?? '' } }),
  };
}
