import { isDeskAddress, splitAddress } from '../authenticate/reply-address.ts';
import { likely } from '../likely.ts';
import { isPublicMailDomain } from '../public-domains.ts';
import { contactIn, type DirectoryRow, everybody, type ImportWorld } from './import-world.ts';

/** Why a row cannot be taken; null where it can. What it says is remembered, so that a later row cannot say it again. */
export function problemOf(row: DirectoryRow, world: ImportWorld): string | null {
  return repeated(row, world) ?? (row.kind === 'customer' ? null : strayed(row, world)) ?? own(row, world);
}

function repeated(row: DirectoryRow, { seen }: ImportWorld): string | null {
  for (const key of keysOfRow(row)) {
    const before = seen.get(key);
    if (before !== undefined) return `${key} stands twice, first on line ${before}`;
    seen.set(key, row.line);
  }
  return null;
}

function keysOfRow(row: DirectoryRow): string[] {
  if (row.kind === 'customer')
    return [`customer ${row.id.toLowerCase()}`, ...(row.given.domains ?? []).map((one) => `domain ${one}`)];
  if (row.kind === 'contract') return [`contract ${row.number}`];
  const { addresses = [], name } = row.given;
  return addresses.length > 0 ? addresses.map((one) => `address ${one}`) : [`${name} of ${row.customer}`];
}

function own(row: DirectoryRow, world: ImportWorld): string | null {
  if (row.kind === 'customer') return problemOfCustomer(row, world);
  return row.kind === 'contact' ? problemOfContact(row, world) : problemOfContract(row, world);
}

function strayed({ customer }: Exclude<DirectoryRow, { kind: 'customer' }>, { store, file }: ImportWorld): string | null {
  const ids = [...store.keys(), ...file.customers.map(({ id }) => id)];
  return ids.includes(customer) ? null : `there is no customer “${customer}”${hint(customer, ids)}`;
}

const hint = (said: string, known: readonly string[]): string => {
  const meant = likely(said, known);
  return meant === null ? '; import the customer first' : `, did you mean “${meant}”?`;
};

function problemOfCustomer({ id, given }: Extract<DirectoryRow, { kind: 'customer' }>, world: ImportWorld): string | null {
  const { desk, people, sla } = world.file;
  const { domains = [], plan, relationship } = given;
  const open = domains.find(isPublicMailDomain);
  if (open !== undefined) return `${open} is open to everybody: an address there proves no membership`;
  const ours = domains.find((domain) => desk.ownDomains.includes(domain));
  if (ours !== undefined) return `${ours} is one of our own domains`;
  const other = everybody(world).find((one) => one.id !== id && one.domains.some((domain) => domains.includes(domain)));
  if (other !== undefined) return `${other.domains.find((domain) => domains.includes(domain))} is a domain of ${other.id}`;
  const twin = everybody(world).find((one) => one.id !== id && one.id.toLowerCase() === id.toLowerCase());
  if (twin !== undefined) return `there is “${twin.id}” already; case does not tell customers apart`;
  if (plan && !(plan in sla.plans)) return `there is no plan “${plan}” in sla.yaml`;
  if (relationship && !people.some(({ handle }) => handle === relationship))
    return `nobody in people.yaml is called “${relationship}”`;
  const isNew = !everybody(world).some((one) => one.id === id && one.name !== '');
  return isNew && !given.name ? 'a new customer needs a name' : null;
}

function problemOfContact({ customer, given }: Extract<DirectoryRow, { kind: 'contact' }>, world: ImportWorld): string | null {
  const { addresses = [] } = given;
  const { desk, people } = world.file;
  for (const address of addresses) {
    if (isDeskAddress(desk, address)) return `${address} is the desk itself`;
    const one = people.find((each) => each.addresses.includes(address));
    if (one !== undefined) return `${address} is ${one.handle}’s, who is one of us`;
    const theirs = everybody(world).find(
      (each) => each.id !== customer && each.contacts.some((each) => each.addresses.includes(address)),
    );
    if (theirs !== undefined) return `${address} is a contact of ${theirs.id}`;
    const [, domain] = splitAddress(address);
    if (desk.ownDomains.includes(domain)) return `${domain} is one of our own domains: nobody there is a customer’s`;
  }
  const isReachable = addresses.length > 0 || given.phone || given.social;
  return isReachable || contactIn(world, customer, given) !== undefined ? null : 'it names no address, phone or social handle';
}

function problemOfContract(
  { customer, number, given }: Extract<DirectoryRow, { kind: 'contract' }>,
  world: ImportWorld,
): string | null {
  const other = everybody(world).find((one) => one.id !== customer && one.contracts.some((each) => each.number === number));
  if (other !== undefined) return `contract ${number} is ${other.id}’s`;
  const before = world.store.get(customer)?.contracts.find((one) => one.number === number);
  const [starts, ends] = [given.starts ?? before?.starts, given.ends ?? before?.ends];
  const lacks = ['kind', 'starts', 'ends'].filter((key) => before === undefined && !Reflect.get(given, key));
  if (lacks.length > 0) return `a new contract needs ${lacks.join(' and ')}`;
  return starts && ends && ends < starts ? `it ends (${ends}) before it starts (${starts})` : null;
}
