import { expect, test } from 'vitest';
import { differences } from '../../src/domain/directory/differences.ts';
import type { Directory, Renewal } from '../../src/domain/directory/directory.ts';
import { mergeCustomers } from '../../src/domain/directory/merge.ts';
import type { ContractSettings, CustomerContact, CustomerSettings } from '../../src/domain/settings.ts';
import { globex } from './parts.ts';

const contact = (name: string, addresses: readonly string[], other: Partial<CustomerContact> = {}): CustomerContact => ({
  ...{ name, addresses, phone: null, social: null, language: null },
  ...{ spoc: false, approver: null, validator: false, stakeholder: false },
  ...other,
});
const contract = (number: string, ends: string, other: Partial<ContractSettings> = {}): ContractSettings => ({
  ...{ number, kind: 'amc', starts: '2026-01-01', ends, covers: [], hours: null, incidents: null, sites: [], products: [] },
  ...other,
});
const renewal = (number: string, was: string, until: string): Renewal => ({ number, was, until, by: 'sally', at: 0 });
const directory = (customers: readonly CustomerSettings[], renewals: readonly Renewal[] = []): Directory => ({
  ...{ customers, renewals, standings: new Map() },
});

const jane = contact('Jane Roe', ['jane@globex.example'], { spoc: true });
const inFile = { ...globex, contacts: [jane], contracts: [contract('A', '2026-12-31')] };
const inStore = {
  ...{ ...globex, name: 'Globex Ltd', plan: 'gold', timezone: 'Europe/London', domains: ['globex.example', 'g.example'] },
  contacts: [
    contact('Jane', ['jane@globex.example', 'j@g.example'], { validator: true }),
    contact('John', ['john@globex.example']),
    contact('Bob', [], { phone: '1' }),
  ],
  contracts: [contract('A', '2027-12-31'), contract('B', '2026-12-31')],
};
const initech = { ...globex, id: 'initech', name: 'Initech', domains: ['initech.example'] };

test('the file wins, and the store completes it; a customer of the store alone is one', () => {
  const [first, second, ...more] = mergeCustomers([inFile], directory([inStore, initech, { ...globex, id: 'met', name: '' }]));
  expect(first).toMatchObject({ name: 'Globex', plan: 'gold', timezone: 'Europe/London', domains: ['globex.example'] });
  expect(first?.contacts.map(({ name }) => name)).toEqual(['Jane Roe', 'John', 'Bob']);
  expect(first?.contracts.map(({ number, ends }) => `${number} ${ends}`)).toEqual(['A 2026-12-31', 'B 2026-12-31']);
  expect([second?.id, more]).toEqual(['initech', []]);
});

test.each([
  ['none', [], '2026-12-31'],
  ['for the day the file says', [renewal('A', '2026-12-31', '2027-12-31')], '2027-12-31'],
  ['twice', [renewal('A', '2026-12-31', '2027-12-31'), renewal('A', '2027-12-31', '2028-12-31')], '2028-12-31'],
  ['for another day: the file was changed since, and wins', [renewal('A', '2025-12-31', '2027-12-31')], '2026-12-31'],
  ['of another contract', [renewal('B', '2026-12-31', '2027-12-31')], '2026-12-31'],
] as const)('a renewal: %s', (_, renewals, ends) => {
  expect(mergeCustomers([inFile], directory([], renewals))[0]?.contracts[0]?.ends).toBe(ends);
});

test('what both know and tell differently is named', () => {
  const told = (renewals: readonly Renewal[]) =>
    differences([inFile], directory([inStore, initech], renewals)).map(
      ({ customer, what, file, store }) => `${customer}: ${what}: ${file} | ${store}`,
    );
  expect(told([])).toEqual([
    'globex: name: Globex | Globex Ltd',
    'globex: domains: globex.example | globex.example; g.example',
    'globex: Jane Roe: validator: no | yes',
    'globex: contract A: ends: 2026-12-31 | 2027-12-31',
  ]);
  expect(told([renewal('A', '2026-12-31', '2028-12-31')])).toContain(
    'globex: contract A: ends: 2026-12-31 | renewed until 2028-12-31, which counts: write it down',
  );
  expect(told([renewal('A', '2025-12-31', '2028-12-31')])).toContain(
    'globex: contract A: ends: 2026-12-31 | renewed until 2028-12-31, which does not count',
  );
});
