import { describe, expect, test } from 'vitest';
import { acknowledgementFor } from '../../src/domain/answer/acknowledge.ts';
import { type CustomerRecord, noCustomer } from '../../src/domain/contract/customer-record.ts';
import type { Exception } from '../../src/domain/contract/exception.ts';
import { decideMail } from '../../src/domain/decide/decide-mail.ts';
import type { Facts } from '../../src/domain/decide/facts.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { ContractSettings } from '../../src/domain/settings.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { someFacts } from './facts.ts';
import { aMail, desk, now } from './parts.ts';
import { entry, process } from './workflow/build.ts';

const known: Facts['sender'] = {
  kind: 'contact',
  contact: { address: 'jane@globex.example', name: 'Jane', customer: 'globex', language: null, known: true },
};
const met: Facts['sender'] = { kind: 'contact', contact: { ...known.contact, known: false } };
const asked = (acknowledge: 'all' | 'known' | 'none', other: Partial<Facts> = {}) =>
  someFacts({ ...other, settings: { ...someFacts().settings, desk: { ...desk, acknowledge } } });
const failed = { ...someFacts().verdict, dmarc: 'fail' as const };

const cases: [title: string, facts: Facts, kind: string][] = [
  ['A15: a stranger hears shortly', someFacts(), 'short'],
  ['A15: so does one we met and who proved nothing', someFacts({ sender: met }), 'short'],
  ['A15: a known contact hears in full', someFacts({ sender: known }), 'full'],
  ['A15: a proved sender hears in full', someFacts({ level: 'E2' }), 'full'],
  ['A15: dmarc=fail hears nothing, known or not', someFacts({ sender: known, verdict: failed }), 'none'],
  ['A15: a stranger who was answered today hears nothing', someFacts({ acknowledged: { toSender: 1, short: 1 } }), 'none'],
  ['a known contact may write more in a day', someFacts({ sender: known, acknowledged: { toSender: 9, short: 0 } }), 'full'],
  ['3834-3: but not without end', someFacts({ sender: known, acknowledged: { toSender: 10, short: 0 } }), 'none'],
  ['A17: sixty strangers within an hour are enough', someFacts({ acknowledged: { toSender: 0, short: 60 } }), 'none'],
  ['A17: which keeps nothing from those we know', someFacts({ sender: known, acknowledged: { toSender: 0, short: 60 } }), 'full'],
  ['3834-1: a mail that forbids it', someFacts({ answerable: { kind: 'no', why: 'Return-Path: <>' } }), 'none'],
  ['an imported mail', someFacts({ sender: known, arrival: { ...someFacts().arrival, imported: true } }), 'none'],
  ['A15: acknowledge: known, a stranger', asked('known'), 'none'],
  ['A15: acknowledge: known, a known contact', asked('known', { sender: known }), 'full'],
  ['A15: acknowledge: known, a proved sender', asked('known', { level: 'E2' }), 'full'],
  ['A15: acknowledge: none', asked('none', { sender: known, level: 'E2' }), 'none'],
];

describe('who hears that we have their mail', () => {
  test.each(cases)('%s', (_, facts, kind) => expect(acknowledgementFor(facts).kind).toBe(kind));

  test('A15: the short one holds no word of theirs: not in its data, its subject, its receiver’s name', () => {
    const mail = aMail({ from: { name: 'BUY PILLS', address: 'x@elsewhere.example' }, subject: 'BUY PILLS', text: 'BUY PILLS' });
    const [queued] = decideMail(someFacts({ mail })).effects.flatMap((effect) =>
      effect.act === 'queue-mail' ? [effect.mail] : [],
    );
    expect(queued).toMatchObject({ template: 'acknowledge-short', automatic: 'auto-replied', subject: null });
    expect(JSON.stringify(queued)).not.toContain('PILLS');
  });

  test('A27: nothing is ever queued for an address of the desk', () => {
    const mail = aMail({ from: { name: '', address: 'support+x@acme.example' } });
    const { effects } = decideMail(someFacts({ mail }));
    expect(effects.filter(({ act }) => act === 'queue-mail')).toEqual([]);
  });
});

describe('what the full acknowledgement says of the contract', () => {
  const amc: ContractSettings = {
    ...{ number: 'AMC-1', kind: 'amc', starts: '2026-01-01', ends: '2026-12-31', covers: ['incident'] },
    ...{ hours: 10, incidents: null, sites: [], products: [] },
  };
  const on = (contracts: ContractSettings[], other: Partial<CustomerRecord> = {}) =>
    someFacts({
      sender: known,
      customer: 'globex',
      newRecords: { ...noRecords, ofCustomer: { ...noCustomer, customer: 'globex', contracts, ...other } },
    });
  const told = (facts: Facts) =>
    decideMail(facts).effects.flatMap((effect) =>
      effect.act === 'queue-mail' && effect.mail.party === 'contact'
        ? [Reflect.get(Object(effect.mail.data), 'coverage') ?? null]
        : [],
    );
  const exception: Exception = {
    ...{ ticket: ticketNo(9), customer: 'globex', state: 'approved', by: 'mona', via: 'mail', recordedBy: null },
    ...{ reason: '', until: '2026-12-31', at: now, evidence: null },
  };

  test.each<[string, Facts, string]>([
    ['it runs', on([amc]), 'covered'],
    ['it has ended', on([{ ...amc, ends: '2026-01-02' }]), 'expired'],
    ['it has not begun', on([{ ...amc, starts: '2026-12-01' }]), 'not-begun'],
    ['what it includes is used', on([amc], { used: new Map([['AMC-1', { minutes: 600, incidents: 0 }]]) }), 'used-up'],
    ['an exception stands for all of them', on([{ ...amc, ends: '2026-01-02' }], { exceptions: [exception] }), 'exception'],
    ['nobody ever had one', on([]), ''],
  ])('%s', (_, facts, why) => expect(told(facts)).toMatchObject([{ why }]));

  test('which one, and until when, in the customer’s language', () =>
    expect(told(on([amc]))).toEqual([{ why: 'covered', number: 'AMC-1', ends: 'Dec 31, 2026' }]));

  test('an old customer without one hears so where the process asks for contracts', () => {
    const isActive = { contract: { kind: 'is', oneOf: ['active'] } } as const;
    const asksFor = process({ raised: 'staff' }, [], { entries: [entry('raised', { needs: isActive }), entry('raised')] });
    const facts = on([], { said: 'old' });
    const settings = { ...facts.settings, workflows: { [asksFor.name]: asksFor }, desk: { ...desk, workflow: asksFor.name } };
    expect(told({ ...facts, settings })).toMatchObject([{ why: 'none' }]);
    expect(told({ ...on([]), settings })).toMatchObject([{ why: '' }]);
  });

  test('A15: who is not proved hears nothing of it', () => expect(told({ ...on([amc]), sender: met })).toEqual([null]));
});
