import type { Directory, DirectoryReads } from '../../../domain/directory/directory.ts';
import type { ContractSettings, CustomerContact, CustomerSettings } from '../../../domain/settings.ts';
import { prepared } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';

/** The last directory that was read, and of which version it is: customers come in thousands, and change seldom. */
export type KeptDirectory = { last: { version: number; directory: Directory } | null };

/** What the store knows of customers beside the files. */
export function directoryReads(at: At): DirectoryReads {
  return {
    async directory() {
      const [row] = (await versionOf(at, {})).rows;
      const version = row?.version ?? 0;
      const { last } = at.kept;
      if (!at.touched.directory && last?.version === version) return last.directory;
      const directory = await readDirectory(at);
      if (!at.touched.directory) at.kept.last = { version, directory };
      return directory;
    },
  };
}

/** Whoever has read the directory must read it anew. In the transaction that changes it, nobody keeps what was read: it may be rolled back. */
export async function touchDirectory(at: At): Promise<void> {
  at.touched.directory = true;
  await at.tx
    .insertInto('directory')
    .values({ id: 1, version: 1 })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref, eb }) => ({ version: eb(ref('directory.version'), '+', 1) })),
    )
    .execute();
}

const versionOf = prepared((tx, _: object) => tx.selectFrom('directory').select('version').where('id', '=', 1));

async function readDirectory(at: At): Promise<Directory> {
  const { tx } = at;
  const customers = await tx.selectFrom('customers').select(['id', 'name', 'details', 'standing']).orderBy('id').execute();
  const contacts = await contactsByCustomer(at);
  const contracts = Map.groupBy(
    await tx.selectFrom('contracts').select(['customer', 'terms']).orderBy('number').execute(),
    ({ customer }) => customer,
  );
  return {
    customers: customers.map(({ id, name, details }) => ({
      ...plainDetails,
      ...(details === null ? {} : fromJson<Partial<CustomerSettings>>(details)),
      ...{ id, name, contacts: contacts.get(id) ?? [] },
      contracts: (contracts.get(id) ?? []).map(({ terms }) => fromJson<ContractSettings>(terms)),
    })),
    renewals: await tx
      .selectFrom('renewals as r')
      .innerJoin('associates as a', 'a.id', 'r.associate')
      .select(['r.number', 'r.was', 'r.until', 'a.handle as by', 'r.at'])
      .orderBy('r.id')
      .execute(),
    standings: new Map(customers.flatMap(({ id, standing }) => (standing === null ? [] : [[id, standing] as const]))),
  };
}

const plainDetails = {
  domains: [],
  language: null,
  timezone: null,
  workflow: null,
  plan: null,
  relationship: null,
  priorities: [],
};

async function contactsByCustomer({ tx }: At): Promise<ReadonlyMap<string, CustomerContact[]>> {
  const addresses = Map.groupBy(
    await tx
      .selectFrom('contact_addresses')
      .select(['contact', 'address'])
      .where('address', 'is not', null)
      .orderBy('id')
      .execute(),
    ({ contact }) => contact,
  );
  const rows = await tx
    .selectFrom('contacts')
    .select(['id', 'name', 'customer', 'language', 'phone', 'social', 'roles'])
    .where('customer', 'is not', null)
    .where('known', '=', 1)
    .orderBy('id')
    .execute();
  const people = Map.groupBy(rows, ({ customer }) => customer ?? '');
  return new Map([...people].map(([customer, them]) => [customer, them.flatMap((one) => contactOf(one, addresses.get(one.id)))]));
}

type Row = { name: string; language: string | null; phone: string | null; social: string | null; roles: string | null };

/** Whoever was forgotten is nobody's contact. */
function contactOf(
  { roles, ...row }: Row & { id: unknown; customer: unknown },
  found: readonly { address: string | null }[] = [],
): CustomerContact[] {
  const { name, language, phone, social } = row;
  const addresses = found.flatMap(({ address }) => address ?? []);
  if (addresses.length === 0 && phone === null && social === null) return [];
  return [{ name, addresses, language, phone, social, ...noRoles, ...(roles === null ? {} : fromJson<Roles>(roles)) }];
}

/** What a contact may do for their customer. */
export type Roles = Pick<CustomerContact, 'spoc' | 'approver' | 'validator' | 'stakeholder'>;

const noRoles: Roles = { spoc: false, approver: null, validator: false, stakeholder: false };
