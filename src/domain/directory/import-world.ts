import type { CustomerContact, CustomerSettings, Settings } from '../settings.ts';
import type { ImportRow } from './import-row.ts';

/** A row of what lives in the store: people live in their file alone. */
export type DirectoryRow = Exclude<ImportRow, { kind: 'person' }>;

/** What is known, with what the rows before brought; `seen`: what stood in an earlier row, and on which line. */
export type ImportWorld = {
  file: Pick<Settings, 'customers' | 'people' | 'desk' | 'sla'>;
  store: Map<string, CustomerSettings>;
  seen: Map<string, number>;
};
/** Every customer that the file or the store knows; one that both know, twice. */
export const everybody = ({ file, store }: ImportWorld): CustomerSettings[] => [...file.customers, ...store.values()];

/** The contact of the store that a row means: by address, else by name. */
export function contactIn(
  { store }: ImportWorld,
  customer: string,
  { addresses = [], name }: Partial<CustomerContact>,
): CustomerContact | undefined {
  const contacts = store.get(customer)?.contacts ?? [];
  const byAddress = contacts.find((one) => one.addresses.some((address) => addresses.includes(address)));
  return byAddress ?? contacts.find((one) => one.name.toLowerCase() === (name ?? '').toLowerCase());
}
