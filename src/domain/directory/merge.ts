import type { ContractSettings, CustomerSettings } from '../settings.ts';
import { type Directory, keysOf, type Renewal } from './directory.ts';

/**
 * Customers as the house works with them: those of `customers.yaml`, completed by what the store knows. Where both know a
 * customer, a contact or a contract, the file wins; renewals count for the dates they were made for.
 */
export function mergeCustomers(file: readonly CustomerSettings[], { customers, renewals }: Directory): CustomerSettings[] {
  const kept = new Map(customers.map((one) => [one.id, one]));
  const named = new Set(file.map(({ id }) => id));
  const contracts = new Set(file.flatMap((one) => one.contracts.map(({ number }) => number)));
  const people = new Set(file.flatMap((one) => one.contacts.flatMap(keysOf)));
  const both = file.map((one) => completed(one, kept.get(one.id), people, contracts));
  const more = customers
    .filter(({ id, name }) => name !== '' && !named.has(id))
    .map((one) => completed({ ...one, contacts: [], contracts: [] }, one, people, contracts));
  const goOn = (contract: ContractSettings): ContractSettings => renewed(contract, renewals);
  if (renewals.length === 0) return [...both, ...more];
  return [...both, ...more].map((one) => (one.contracts.length === 0 ? one : { ...one, contracts: one.contracts.map(goOn) }));
}

/** A contract with its renewals, each for the last day that it found. */
export function renewed(contract: ContractSettings, renewals: readonly Renewal[]): ContractSettings {
  const own = renewals.filter(({ number }) => number === contract.number);
  const ends = own.reduce((end, { was, until }) => (was === end ? until : end), contract.ends);
  return ends === contract.ends ? contract : { ...contract, ends };
}

function completed(
  file: CustomerSettings,
  kept: CustomerSettings | undefined,
  people: ReadonlySet<string>,
  numbers: ReadonlySet<string>,
): CustomerSettings {
  if (kept === undefined) return file;
  const contacts = kept.contacts.filter((one) => !keysOf(one).some((key) => people.has(key)));
  const contracts = kept.contracts.filter(({ number }) => !numbers.has(number));
  return {
    ...{ id: file.id, name: file.name },
    domains: file.domains.length > 0 ? file.domains : kept.domains,
    language: file.language ?? kept.language,
    timezone: file.timezone ?? kept.timezone,
    workflow: file.workflow ?? kept.workflow,
    plan: file.plan ?? kept.plan,
    relationship: file.relationship ?? kept.relationship,
    priorities: file.priorities.length > 0 ? file.priorities : kept.priorities,
    contacts: contacts.length === 0 ? file.contacts : [...file.contacts, ...contacts],
    contracts: contracts.length === 0 ? file.contracts : [...file.contracts, ...contracts],
  };
}
