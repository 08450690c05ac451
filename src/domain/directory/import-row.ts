import type { ContractSettings, CustomerContact, Person } from '../settings.ts';
import type { CustomerDetails } from './directory.ts';

/** What can be imported. */
export const importKinds = ['customers', 'contacts', 'contracts', 'people'] as const;
export type ImportKind = (typeof importKinds)[number];

/** One row of a file, read and found right for itself: only what it says; the rest stays as it was. */
export type ImportRow = { line: number } & (
  | { kind: 'customer'; id: string; given: Partial<CustomerDetails> }
  | { kind: 'contact'; customer: string; given: Partial<CustomerContact> & { name: string } }
  | { kind: 'contract'; customer: string; number: string; given: Partial<ContractSettings> }
  | { kind: 'person'; handle: string; given: Partial<Person> }
);

/** A row that cannot be taken, and why. */
export type BadRow = { line: number; problem: string };
