import { type AssociateId, associateId, type ContactId, contactId } from '../../../domain/ids.ts';
import type { Reading, Writing } from '../../../domain/ports.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { addAddress, ensureCustomer, knownAddress } from './contacts.ts';
import { touchDirectory } from './directory.ts';

type PeopleReads = Pick<Reading, 'associateId' | 'associateOf'>;

/** Associates by handle or id. */
export function peopleReads(at: At): PeopleReads {
  return {
    async associateId(handle) {
      const [row] = (await byHandle(at, { handle })).rows;
      return row?.id ?? null;
    },
    async associateOf(id) {
      const [row] = (await byId(at, { id })).rows;
      return row?.handle ?? null;
    },
  };
}

/** The files' people and contacts, taken over at start and at each reload. */
export function peopleWrites(at: At): Pick<Writing, 'syncPeople' | 'syncContacts'> {
  const { tx } = at;
  return {
    async syncPeople(people, now) {
      const handles = people.map(({ handle }) => handle);
      const present = await tx.selectFrom('associates').select(['id', 'handle', 'removed']).execute();
      for (const row of present) {
        const removed = handles.includes(row.handle) ? null : (row.removed ?? now);
        if (removed !== row.removed) await tx.updateTable('associates').set({ removed }).where('id', '=', row.id).execute();
      }
      const known = new Set(present.map(({ handle }) => handle));
      for (const handle of handles.filter((each) => !known.has(each))) await addAssociate(at, handle, null);
    },
    async syncContacts(contacts) {
      for (const contact of contacts) await syncContact(at, contact);
    },
  };
}

/** The id of a handle; one that no file names (any more) gets a removed row, so that its deeds can be told. */
export async function associateRow(at: At, handle: string, now: number): Promise<AssociateId> {
  return (await peopleReads(at).associateId(handle)) ?? (await addAssociate(at, handle, now));
}

async function addAssociate(at: At, handle: string, removed: number | null): Promise<AssociateId> {
  return associateId(await insertRow(at, 'associates', { handle, removed }));
}

const byHandle = prepared((tx, { handle }: { handle: string }) =>
  tx.selectFrom('associates').select('id').where('handle', '=', handle),
);

const byId = prepared((tx, { id }: { id: AssociateId }) =>
  tx.selectFrom('associates').select('handle').where('id', '=', id).where('removed', 'is', null),
);

type FileContact = Parameters<Writing['syncContacts']>[0][number];

async function syncContact(at: At, { address, name, customer, language }: FileContact): Promise<void> {
  const said = { name, customer, language, known: 1 };
  await ensureCustomer(at, customer, at.now());
  const met = await knownAddress(at, address);
  if (met) {
    const { numAffectedRows = 0n } = await takeOver(at, { id: met.contact, ...said });
    if (numAffectedRows > 0n) await touchDirectory(at);
    return;
  }
  await touchDirectory(at);
  await addAddress(at, address, (await namesake(at, name, customer)) ?? (await addContact(at, said)));
}

type Said = { id: ContactId; name: string; customer: string; language: string | null; known: number };

/** Nothing is written where nothing changed: at every start the file says it all again. */
const takeOver = prepared((tx, { id, name, customer, language, known }: Said) =>
  tx
    .updateTable('contacts')
    .set({ name, customer, language, known })
    .where('id', '=', id)
    .where(({ or, eb }) =>
      or([
        eb('name', '<>', name),
        eb('customer', 'is distinct from', customer),
        eb('language', 'is distinct from', language),
        eb('known', '<>', known),
      ]),
    ),
);

/** One person with several addresses stands in the file as several rows of one name and customer. */
async function namesake({ tx }: At, name: string, customer: string): Promise<ContactId | null> {
  if (name === '') return null;
  const row = await tx
    .selectFrom('contacts')
    .select('id')
    .where('customer', '=', customer)
    .where('name', '=', name)
    .where('known', '=', 1)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function addContact(
  at: At,
  said: { name: string; customer: string; language: string | null; known: number },
): Promise<ContactId> {
  return contactId(await insertRow(at, 'contacts', { ...said, created: at.now(), away_until: null }));
}
