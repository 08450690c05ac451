import { describe, expect, test } from 'vitest';
import { noCustomer } from '../../src/domain/contract/customer-record.ts';
import type { Contact, Participant } from '../../src/domain/ticket.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { someFacts } from './facts.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';

const jane: Participant = { address: 'jane@initech.example', name: 'Jane Roe', role: 'requester' };
const eva: Contact = { address: 'eva@globex.example', name: 'Eva Lind', customer: 'globex', language: null, known: true };
const initech = { id: 'initech', name: 'Initech Ltd' };
const given = (customer: string | null, stored = false): Given => ({
  participants: [jane],
  ticket: { customer, requester: jane.address },
  lookups: {
    ...someFacts().lookups,
    contacts: new Map([[eva.address, eva]]),
    accounts: stored
      ? new Map([
          ['initech ltd', initech],
          ['initech', initech],
        ])
      : new Map(),
  },
});

describe('customer', () => {
  test.each<[string, Given, unknown, string]>([
    ['customer globex', given(null), { customer: 'globex' }, 'customer: none → globex'],
    ['customer Globex', given('initech'), { customer: 'globex' }, 'customer: initech → globex'],
    ['cliente globex', given(null), { customer: 'globex' }, 'customer: none → globex'],
    ['customer Initech Ltd', given('globex', true), { customer: 'initech' }, 'customer: globex → initech'],
    ['customer globex', given('globex'), {}, 'already globex'],
    ['customer none', given('globex'), { customer: null }, 'customer: globex → none'],
  ])('%s', (text, scene, set, change) => expect(outcome(text, scene)).toEqual([set, change]));

  test.each<[string, string, string]>([
    ['customer glodex', 'no customer is called “glodex”', 'customer globex'],
    ['customer', '`customer` needs an id or a name', 'customer globex'],
  ])('%s is refused', (text, problem, near) => {
    const [said, , suggestions] = outcome(text, given(null));
    expect([said, suggestions]).toEqual([problem, near]);
  });
});

describe('customer new, old, rule', () => {
  const record = { ...noCustomer, customer: 'globex' };
  const of = (said: 'new' | 'old' | null): Given => ({
    ...given('globex'),
    records: { ...noRecords, ofCustomer: { ...record, said } },
  });
  test.each<[string, Given, string, unknown[]]>([
    ['customer old', of(null), 'globex is old by your word (was new)', [{ customer: 'globex', said: 'old' }]],
    ['kunde alt', of(null), 'globex is old by your word (was new)', [{ customer: 'globex', said: 'old' }]],
    ['customer new', of(null), 'globex is new by your word (was new)', [{ customer: 'globex', said: 'new' }]],
    ['customer old', of('old'), 'globex is old already', []],
    ['customer rule', of('old'), 'globex goes by the rule again: new', [{ customer: 'globex', said: null }]],
  ])('%s', (text, scene, change, effects) => {
    expect(outcome(text, scene)).toEqual([{}, change]);
    const done = tryCommands(text, scene);
    expect(done.kind === 'fine' && done.effects).toMatchObject(effects);
  });

  test('needs a customer', () => expect(outcome('customer old', given(null))[0]).toBe('nobody knows whose ticket this is'));
});

describe('account', () => {
  test('makes a customer with the requester as its contact, and puts the ticket on it', () => {
    const done = tryCommands('account "Initech Ltd."', given(null));
    if (done.kind !== 'fine') throw new Error(JSON.stringify(done));
    expect(done.set).toEqual({ customer: 'initech-ltd' });
    expect(done.effects).toEqual([
      { act: 'keep-account', id: 'initech-ltd', name: 'Initech Ltd.' },
      { act: 'keep-contact', address: jane.address, name: 'Jane Roe', customer: 'initech-ltd', language: null, proved: true },
    ]);
    expect(JSON.stringify(done.performed[0]?.deed.data)).not.toContain('@');
  });

  test.each<[string, Given, string]>([
    ['account bob@umbrella.example Umbrella', given(null), 'Umbrella (umbrella) with bob@umbrella.example; the ticket is theirs'],
    ['account bob@umbrella.example Umbrella', given('globex'), 'Umbrella (umbrella) with bob@umbrella.example'],
  ])('%s', (text, scene, change) => expect(outcome(text, scene)[1]).toBe(change));

  test.each<[string, Given, string, string]>([
    ['account', given(null), '`account` needs the name of the customer', ''],
    ['account Globex', given(null), '“Globex” is a customer already', 'customer globex'],
    ['account "Initech Ltd"', given(null, true), '“Initech Ltd” is a customer already', 'customer initech'],
    ['account Umbrella', given('globex'), 'jane@initech.example is of globex', 'customer globex'],
    ['account eva@globex.example Umbrella', given(null), 'eva@globex.example is of globex', 'customer globex'],
    ['account support@acme.example Umbrella', given(null), 'support@acme.example is the desk itself', ''],
  ])('%s is refused', (text, scene, problem, near) => {
    const [said, , suggestions] = outcome(text, scene);
    expect([said, suggestions]).toEqual([problem, near]);
  });
});
