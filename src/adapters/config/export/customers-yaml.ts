import { stringify } from 'yaml';
import { printMoney } from '../../../domain/decide/grammar/money.ts';
import type { ContractSettings, CustomerContact, CustomerSettings } from '../../../domain/settings.ts';

/** Customers in the form of `customers.yaml`: what is not known or stands as a default is left out. */
export function customersYaml(customers: readonly CustomerSettings[]): string {
  return stringify({ customers: customers.map(customerOf) }, { lineWidth: 0 });
}

const customerKeys = [
  'id',
  'name',
  'domains',
  'language',
  'timezone',
  'workflow',
  'plan',
  'relationship',
  'priorities',
  'contacts',
  'contracts',
];
const contactKeys = ['name', 'addresses', 'phone', 'social', 'language', 'spoc', 'approver', 'validator', 'stakeholder'];
const contractKeys = ['number', 'kind', 'starts', 'ends', 'covers', 'hours', 'incidents', 'sites', 'products'];

function customerOf({ contacts, contracts, ...customer }: CustomerSettings): object {
  const inOrder = (contract: ContractSettings): object => said(contract, contractKeys);
  return said({ ...customer, contacts: contacts.map(contactOf), contracts: contracts.map(inOrder) }, customerKeys);
}

function contactOf({ approver, ...contact }: CustomerContact): object {
  const limit = approver?.limit ?? null;
  const may = approver === null ? null : limit === null ? {} : { limit: printMoney(limit) };
  return said({ ...contact, approver: may }, contactKeys);
}

/** In this order, without what says nothing. */
const said = (thing: object, keys: readonly string[]): object =>
  Object.fromEntries(
    keys
      .map((key): [string, unknown] => [key, Reflect.get(thing, key)])
      .filter(([, value]) => value !== null && value !== false && !isEmpty(value)),
  );

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
