import type { CustomerContact, CustomerSettings } from '../settings.ts';

/** What the store knows of customers: from mails, commands and imports. Files know others, and of the same ones better. */
export type Directory = {
  /** By id, each once. `name`: '' of one that only the files name. */
  customers: readonly CustomerSettings[];
  /** The earliest first. */
  renewals: readonly Renewal[];
  /** What associates said of customers: new or old, whatever the rule. */
  standings: ReadonlyMap<string, 'new' | 'old'>;
};

/** A contract goes on: `was` is the last day it had, so that a renewal of other dates than a file's counts no more. */
export type Renewal = {
  number: string;
  was: string;
  until: string;
  /** Handle of whoever recorded it. */
  by: string;
  /** Epoch ms. */
  at: number;
};

/** A customer beside its people and contracts. */
export type CustomerDetails = Omit<CustomerSettings, 'contacts' | 'contracts'>;

/** What the store is asked and told of it. */
export type DirectoryReads = { directory(): Promise<Directory> };

/** Whom a contact is known by: an address, or where there is none their name. */
export const keysOf = ({ addresses, name }: Pick<CustomerContact, 'addresses' | 'name'>): readonly string[] =>
  addresses.length > 0 ? addresses : [name.toLowerCase()];
