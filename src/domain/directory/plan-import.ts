import type { Effect } from '../effect.ts';
import type { ContractSettings, CustomerContact, CustomerSettings } from '../settings.ts';
import type { CustomerDetails, Directory } from './directory.ts';
import { problemOf } from './import-problems.ts';
import type { BadRow } from './import-row.ts';
import { contactIn, type DirectoryRow, type ImportWorld } from './import-world.ts';
import { printed } from './printed.ts';

/** What a row comes to. `fields`: what it says otherwise than the store, from → to. `note`: where `customers.yaml` wins over it. */
export type PlannedRow = {
  line: number;
  what: 'customer' | 'contact' | 'contract';
  customer: string;
  name: string;
  change: 'new' | 'changed' | 'same';
  fields: readonly { name: string; from: string; to: string }[];
  note: string | null;
};

export type ImportPlan = { rows: readonly PlannedRow[]; bad: readonly BadRow[]; effects: readonly Effect[] };

/** What an import would make of the store: every row new, changed or the same, or why it cannot be taken. Writes nothing. */
export function planImport(rows: readonly DirectoryRow[], file: ImportWorld['file'], directory: Directory): ImportPlan {
  const world: ImportWorld = { file, store: new Map(directory.customers.map((one) => [one.id, one])), seen: new Map() };
  const planned = rows.map((row) => ({ line: row.line, ...planRow(row, world) }));
  return {
    rows: planned.flatMap((one) => ('row' in one ? one.row : [])),
    bad: planned.flatMap((one) => ('problem' in one ? { line: one.line, problem: one.problem } : [])),
    effects: planned.flatMap((one) => ('row' in one && one.row.change !== 'same' ? one.effect : [])),
  };
}

type Outcome = { problem: string } | { row: PlannedRow; effect: Effect };

function planRow(row: DirectoryRow, world: ImportWorld): Outcome {
  const problem = problemOf(row, world);
  if (problem !== null) return { problem };
  if (row.kind === 'customer') return planCustomer(row, world);
  return row.kind === 'contact' ? planContact(row, world) : planContract(row, world);
}

function planCustomer({ line, id, given }: Extract<DirectoryRow, { kind: 'customer' }>, world: ImportWorld): Outcome {
  const before = world.store.get(id);
  const inFile = world.file.customers.find((one) => one.id === id);
  const { contacts, contracts, ...details } = before ?? { ...nobody, id, name: inFile?.name ?? '' };
  const customer: CustomerDetails = { ...details, ...given, id };
  world.store.set(id, { ...customer, contacts, contracts });
  const common = { line, what: 'customer' as const, customer: id, name: customer.name };
  const row = compared(common, before?.name ? before : undefined, given, inFile);
  return { row, effect: { act: 'keep-customer', customer } };
}

const nobody = {
  ...{ domains: [], language: null, timezone: null, workflow: null, plan: null, relationship: null, priorities: [] },
  ...{ contacts: [], contracts: [] },
};

function planContact({ line, customer, given }: Extract<DirectoryRow, { kind: 'contact' }>, world: ImportWorld): Outcome {
  const before = contactIn(world, customer, given);
  const addresses = [...new Set([...(before?.addresses ?? []), ...(given.addresses ?? [])])];
  const contact: CustomerContact = { ...plainContact, ...before, ...given, addresses };
  const inFile = world.file.customers
    .flatMap(({ contacts }) => contacts)
    .find((one) => one.addresses.some((address) => addresses.includes(address)));
  remember(world, customer, (one) => ({ ...one, contacts: [...one.contacts.filter((each) => each !== before), contact] }));
  const common = { line, what: 'contact' as const, customer, name: contact.name };
  return {
    row: compared(common, before, { ...given, ...(given.addresses ? { addresses } : {}) }, inFile),
    effect: { act: 'keep-person', customer, contact },
  };
}

const plainContact = {
  ...{ addresses: [], phone: null, social: null, language: null },
  ...{ spoc: false, approver: null, validator: false, stakeholder: false },
};

function planContract(
  { line, customer, number, given }: Extract<DirectoryRow, { kind: 'contract' }>,
  world: ImportWorld,
): Outcome {
  const before = world.store.get(customer)?.contracts.find((one) => one.number === number);
  const contract: ContractSettings = { ...plainContract, ...before, ...given, number };
  const inFile = world.file.customers.flatMap(({ contracts }) => contracts).find((one) => one.number === number);
  remember(world, customer, (one) => ({ ...one, contracts: [...one.contracts.filter((each) => each !== before), contract] }));
  const common = { line, what: 'contract' as const, customer, name: number };
  return { row: compared(common, before, given, inFile), effect: { act: 'keep-contract', customer, contract } };
}

const plainContract = {
  ...{ kind: '', starts: '', ends: '', covers: [], hours: null, incidents: null, sites: [], products: [] },
};

function remember({ store }: ImportWorld, id: string, change: (one: CustomerSettings) => CustomerSettings): void {
  store.set(id, change(store.get(id) ?? { ...nobody, id, name: '' }));
}

function compared(
  common: Pick<PlannedRow, 'line' | 'what' | 'customer' | 'name'>,
  before: object | undefined,
  given: object,
  inFile: object | undefined,
): PlannedRow {
  const said = Object.entries(given).map(([name, value]) => ({ name, to: printed(value) }));
  const fields = said
    .map(({ name, to }) => ({ name, from: before === undefined ? '' : printed(Reflect.get(before, name)), to }))
    .filter(({ from, to }) => from !== to);
  const change = before === undefined ? 'new' : fields.length > 0 ? 'changed' : 'same';
  const loses = inFile === undefined ? [] : said.filter(({ name, to }) => isOther(printed(Reflect.get(inFile, name)), to));
  const note = loses.length === 0 ? null : `customers.yaml says otherwise and wins: ${loses.map(({ name }) => name).join(', ')}`;
  return { ...common, change, fields, note };
}

const isOther = (file: string, said: string): boolean => file !== '' && file !== said;
