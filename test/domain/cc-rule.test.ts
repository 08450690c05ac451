import { describe, expect, test } from 'vitest';
import type { Level } from '../../src/domain/authenticate/verdict.ts';
import { newParticipants } from '../../src/domain/decide/cc-rule.ts';
import type { Participant } from '../../src/domain/ticket.ts';
import { someFacts } from './facts.ts';
import { aMail, aPerson } from './parts.ts';

const present: Participant[] = [{ address: 'old@globex.example', name: '', role: 'cc' }];

function joins(address: string, level: Level = 'E1', customer: string | null = 'globex') {
  const base = someFacts();
  const facts = someFacts({
    level,
    mail: aMail({ cc: [{ name: 'X', address }] }),
    settings: { ...base.settings, people: [aPerson('maria', { addresses: ['maria@globex.example'] })] },
  });
  return newParticipants(facts, present, customer).map((one) => one.address);
}

describe('A2: who takes part because a mail named them', () => {
  test.each(['E1', 'E2', 'E3'] as const)('a colleague of the customer, at %s', (level) => {
    expect(joins('john@globex.example', level)).toEqual(['john@globex.example']);
  });

  test.each([
    ['whose mail proves nothing', 'john@globex.example', 'E0', 'globex'],
    ['outside the customer’s domains', 'mallory@evil.example', 'E2', 'globex'],
    ['at a sub-domain that is not listed', 'x@mail.globex.example', 'E2', 'globex'],
    ['at a domain that only ends alike', 'x@evilglobex.example', 'E2', 'globex'],
    ['where no customer is known', 'john@globex.example', 'E2', null],
    ['who takes part already', 'old@globex.example', 'E2', 'globex'],
    ['who wrote it', 'jane@globex.example', 'E2', 'globex'],
    ['who is one of us', 'maria@globex.example', 'E2', 'globex'],
    ['which is the desk', 'support+x@acme.example', 'E2', 'globex'],
  ] as const)('nobody %s', (_, address, level, customer) => {
    expect(joins(address, level, customer)).toEqual([]);
  });

  test('each once, from To and Cc', () => {
    const john = { name: 'John', address: 'john@globex.example' };
    const facts = someFacts({ level: 'E1', mail: aMail({ to: [john], cc: [john] }) });
    expect(newParticipants(facts, [], 'globex')).toEqual([{ ...john, role: 'cc' }]);
  });
});

describe('A5: Reply-To says where answers go, not who wrote', () => {
  const from = { name: '', address: 'no-reply@globex.example' };
  const asks = (address: string, level: Level) =>
    newParticipants(someFacts({ level, mail: aMail({ from, replyTo: [{ name: 'Jane', address }] }) }), [], null);

  test('an address of the same domain takes part, once its domain is proved', () => {
    expect(asks('jane@globex.example', 'E2')).toEqual([{ name: 'Jane', address: 'jane@globex.example', role: 'cc' }]);
  });

  test.each([
    ['whose domain is not proved', 'jane@globex.example', 'E1'],
    ['of another domain', 'mallory@evil.example', 'E2'],
    ['which is the desk', 'support@acme.example', 'E2'],
  ] as const)('not one %s', (_, address, level) => {
    expect(asks(address, level)).toEqual([]);
  });
});
