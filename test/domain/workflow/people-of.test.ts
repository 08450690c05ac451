import { expect, test } from 'vitest';
import type { Asked } from '../../../src/domain/ask/ask.ts';
import type { CustomerContact } from '../../../src/domain/settings.ts';
import { type Around, peopleOf } from '../../../src/domain/workflow/people-of.ts';
import { audiences } from '../../../src/domain/workflow/workflow.ts';
import { aPerson, aTicket, globex } from '../parts.ts';

const contact = (name: string, change: Partial<CustomerContact> = {}): CustomerContact => ({
  ...{ name, addresses: [`${name}@globex.example`], phone: null, social: null, language: null, spoc: false },
  ...{ approver: null, validator: false, stakeholder: false },
  ...change,
});

const customer = {
  ...globex,
  relationship: 'rita',
  contacts: [
    contact('jane', { addresses: ['jane.roe@globex.example', 'jane@globex.example'], validator: true }),
    contact('bob', { approver: { limit: null }, spoc: true }),
    contact('ann', { approver: { limit: { amount: 1000, currency: 'EUR' } }, stakeholder: true }),
    contact('tel', { addresses: [], approver: { limit: null } }),
  ],
};

const people = [
  aPerson('maria'),
  aPerson('ravi', { teams: ['network'], roles: ['associate', 'lead'] }),
  aPerson('lena', { teams: [], roles: ['lead'] }),
  aPerson('eva', { roles: ['engineer'], level: 'L2' }),
  aPerson('mo', { roles: ['manager'], teams: [] }),
  aPerson('sam', { roles: ['sales'], teams: [] }),
  aPerson('out', { roles: ['operator'], teams: [] }),
  aPerson('rita', { roles: ['sales'], teams: [], notify: 'none' }),
];

const around = (change: Partial<Around['ticket']> = {}, customers = [customer]): Around => ({
  ticket: aTicket({ customer: 'globex', assignee: 'maria', ...change }),
  participants: [
    { address: 'jane@globex.example', name: 'Jane', role: 'requester' },
    { address: 'john@globex.example', name: 'John', role: 'cc' },
    { address: 'eva@acme.example', name: 'Eva', role: 'cc' },
    { address: 'boss@globex.example', name: 'Boss', role: 'watcher' },
  ],
  ...{ people, customers },
});

const shown = (one: Asked): string => (one.kind === 'contact' ? one.address.replace('@globex.example', '@') : one.handle);

test.each([
  ['requester', 'jane@'],
  ['customer', 'jane@ john@'],
  ['participants', 'jane@ john@'],
  ['users', 'jane@ john@'],
  ['approver', 'bob@ ann@'],
  ['validator', 'jane@'],
  ['stakeholders', 'ann@'],
  ['spoc_theirs', 'bob@'],
  ['waiting', ''],
  ['owner', 'maria'],
  ['spoc_ours', 'maria'],
  ['team', 'maria eva'],
  ['staff', 'maria'],
  ['lead', 'ravi lena'],
  ['engineer', 'eva'],
  ['manager', 'mo'],
  ['sales', 'sam rita'],
  ['operator', 'out'],
  ['provider', 'out'],
  ['relationship', 'rita'],
  ['L1', ''],
  ['L2', 'eva'],
  ['L3', ''],
] as const)('%s', (audience, expected) => {
  expect(peopleOf(audience, around()).map(shown).join(' ')).toBe(expected);
});

test('every side is somebody’s', () => {
  for (const audience of audiences) expect(() => peopleOf(audience, around({ assignee: null, requester: '' }))).not.toThrow();
});

test('where nobody is named for it, whoever the ticket is for speaks for the customer', () => {
  const nobody = around({}, [{ ...customer, contacts: [] }]);
  for (const side of ['approver', 'validator', 'spoc_theirs'] as const)
    expect(peopleOf(side, nobody).map(shown)).toEqual(['jane@']);
});

test('whom the ticket names goes before whom the files name', () => {
  const named = around({ fields: { spoc_theirs: 'zoe@globex.example', spoc_ours: 'eva' } });
  expect(peopleOf('spoc_theirs', named).map(shown)).toEqual(['zoe@']);
  expect(peopleOf('spoc_ours', named).map(shown)).toEqual(['eva']);
});

test('a ticket of nobody’s is its team’s', () => {
  expect(peopleOf('owner', around({ assignee: null })).map(shown)).toEqual(['maria', 'eva']);
});
