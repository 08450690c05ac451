import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claimOf, coverageOf } from '../../src/domain/contract/coverage.ts';
import { type CustomerRecord, noCustomer } from '../../src/domain/contract/customer-record.ts';
import { type Exception, exceptionFor, exceptionState } from '../../src/domain/contract/exception.ts';
import { standingOf } from '../../src/domain/contract/standing.ts';
import { dayOf, daysBetween, momentsOf, standsTo } from '../../src/domain/contract/term.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { ContractSettings } from '../../src/domain/settings.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { factsOf } from '../../src/domain/workflow/facts-of.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { aTicket, now } from './parts.ts';

const amc: ContractSettings = {
  ...{ number: 'AMC-1', kind: 'amc', starts: '2026-01-01', ends: '2026-12-31', covers: ['incident', 'question'] },
  ...{ hours: 40, incidents: null, sites: [], products: [] },
};
const claim = (other: Partial<Claim> = {}): Claim => ({
  ...{ at: Date.parse('2026-06-01T12:00:00Z'), zone: 'Europe/London', type: 'incident', site: null, product: null },
  ...other,
});

describe('from 00:00 of the first day to 24:00 of the last, in the customer’s zone', () => {
  test.each([
    ['Europe/London', '2025-12-31T23:59:59.999Z', 'none'],
    ['Europe/London', '2026-01-01T00:00:00Z', 'active'],
    ['Europe/London', '2026-12-31T23:59:59.999Z', 'active'],
    ['Europe/London', '2027-01-01T00:00:00Z', 'expired'],
    ['Europe/Berlin', '2025-12-31T22:59:59Z', 'none'],
    ['Europe/Berlin', '2025-12-31T23:00:00Z', 'active'],
    ['Europe/Berlin', '2026-12-31T22:59:59Z', 'active'],
    ['Europe/Berlin', '2026-12-31T23:00:00Z', 'expired'],
    ['America/Los_Angeles', '2027-01-01T07:59:59Z', 'active'],
    ['America/Los_Angeles', '2027-01-01T08:00:00Z', 'expired'],
    ['Pacific/Auckland', '2025-12-31T11:00:00Z', 'active'],
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', 'expired'],
  ])('%s at %s: %s', (zone, at, expected) => {
    expect(coverageOf([amc], claim({ zone, at: Date.parse(at) })).contract).toBe(expected);
  });

  test.each([
    // Clocks go forward at 02:00 and back at 03:00; in Havana the day itself begins at 01:00, in Azores it has its hour twice.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    ['Atlantic/Azores', '2026-10-25', '2026-10-25T00:00:00Z', 25],
  ])('%s: the one day %s begins %s and has %d hours', (zone, day, begins, hours) => {
    const { from, to } = momentsOf({ starts: day, ends: day }, zone);
    expect([new Date(from).toISOString(), (to - from) / 3_600_000]).toEqual([new Date(begins).toISOString(), hours]);
    const stands = [from - 1, from, to - 1, to].map((at) => standsTo(at, { starts: day, ends: day }, zone));
    expect(stands).toEqual(['before', 'in', 'in', 'after']);
  });

  test('a moment is in a term exactly where it lies between the term’s moments', () => {
    const days = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(n * 86_400_000 + 1.7e12).toISOString().slice(0, 10));
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Havana', 'Pacific/Apia', 'Asia/Kolkata', 'Atlantic/Azores');
    const minutes = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(days, days, zones, minutes, fc.boolean(), (a, b, zone, off, atEnd) => {
        const term = a < b ? { starts: a, ends: b } : { starts: b, ends: a };
        const { from, to } = momentsOf(term, zone);
        const at = (atEnd ? to : from) + off * 60_000;
        expect(standsTo(at, term, zone)).toBe(at < from ? 'before' : at < to ? 'in' : 'after');
        expect(daysBetween(term.starts, term.ends)).toBeGreaterThanOrEqual(0);
        expect(standsTo(at, { starts: dayOf(at, zone), ends: dayOf(at, zone) }, zone)).toBe('in');
      }),
    );
  });
});

describe('what a contract covers', () => {
  const told = (contracts: readonly ContractSettings[], other: Partial<Claim> = {}, used = {}) => {
    const { contract, covered, why, number } = coverageOf(contracts, claim(other), new Map(Object.entries(used)));
    return [contract, covered, why, number];
  };
  const old = { ...amc, number: 'AMC-0', starts: '2025-01-01', ends: '2025-12-31' };
  const older = { ...amc, number: 'AMC-00', starts: '2024-01-01', ends: '2024-12-31' };
  const next = { ...amc, number: 'AMC-2', starts: '2027-01-01', ends: '2027-12-31' };
  const paris = { ...amc, number: 'PARIS', sites: ['Paris'] };
  const short = { ...amc, number: 'SHORT', ends: '2026-06-30' };
  const ten = { ...amc, number: 'TEN', hours: null, incidents: 10 };

  test.each([
    ['one that runs', [amc], {}, {}, ['active', true, 'covered', 'AMC-1']],
    ['none', [], {}, {}, ['none', false, 'none', null]],
    ['a type it is not for', [amc], { type: 'custom request' }, {}, ['active', false, 'not-this-type', 'AMC-1']],
    ['no type yet', [amc], { type: null }, {}, ['active', true, 'covered', 'AMC-1']],
    ['no types named: all', [{ ...amc, covers: [] }], { type: 'custom request' }, {}, ['active', true, 'covered', 'AMC-1']],
    ['case does not count', [{ ...amc, covers: ['Incident'] }], {}, {}, ['active', true, 'covered', 'AMC-1']],
    ['ran out: the last of them is named', [older, old], {}, {}, ['expired', false, 'expired', 'AMC-0']],
    ['ran out, the next not begun', [old, next], {}, {}, ['expired', false, 'expired', 'AMC-0']],
    ['not begun', [next], {}, {}, ['none', false, 'not-begun', 'AMC-2']],
    ['an old and a running one', [old, amc, next], {}, {}, ['active', true, 'covered', 'AMC-1']],
    ['of two that run, the one that ends first', [amc, short], {}, {}, ['active', true, 'covered', 'SHORT']],
    [
      'of two, the one with hours left',
      [amc, short],
      {},
      { SHORT: { minutes: 2400, incidents: 1 } },
      ['active', true, 'covered', 'AMC-1'],
    ],
    ['the last minute is left', [amc], {}, { 'AMC-1': { minutes: 2399, incidents: 9 } }, ['active', true, 'covered', 'AMC-1']],
    ['no hour is left', [amc], {}, { 'AMC-1': { minutes: 2400, incidents: 9 } }, ['active', false, 'used-up', 'AMC-1']],
    ['the tenth ticket', [ten], {}, { TEN: { minutes: 0, incidents: 9 } }, ['active', true, 'covered', 'TEN']],
    ['the eleventh', [ten], {}, { TEN: { minutes: 0, incidents: 10 } }, ['active', false, 'used-up', 'TEN']],
    ['its site', [amc, paris], { site: 'paris' }, {}, ['active', true, 'covered', 'PARIS']],
    ['another site, one for all', [paris, amc], { site: 'Rome' }, {}, ['active', true, 'covered', 'AMC-1']],
    ['another site, none for it', [paris], { site: 'Rome' }, {}, ['none', false, 'elsewhere', null]],
    ['another product', [{ ...amc, products: ['Web'] }], { product: 'App' }, {}, ['none', false, 'elsewhere', null]],
    ['no site said', [paris], {}, {}, ['active', true, 'covered', 'PARIS']],
  ] as const)('%s', (_, contracts, other, used, expected) => {
    expect(told(contracts, other, used)).toEqual(expected);
  });
});

test('a ticket claims for its type, and for the site and product its fields name', () => {
  const ticket = { type: 'incident', fields: { site: 'Paris', serial: '7' } };
  expect(claimOf(ticket, 0, 'UTC')).toEqual({ at: 0, zone: 'UTC', type: 'incident', site: 'Paris', product: null });
});

describe('an exception', () => {
  const given = (other: Partial<Exception> = {}): Exception => ({
    ...{ ticket: ticketNo(1001), customer: 'globex', state: 'approved', by: 'mona', via: 'mail', recordedBy: null },
    ...{ reason: 'a good customer', until: null, at: 0, evidence: null },
    ...other,
  });
  const on = { ticket: ticketNo(1001), customer: 'globex', at: Date.parse('2026-06-01T12:00:00Z'), zone: 'Europe/London' };
  const other = { ...on, ticket: ticketNo(1002) };

  test.each([
    ['for this ticket', [given()], on, true],
    ['for this ticket, asked on another', [given()], other, false],
    ['refused', [given({ state: 'refused' })], on, false],
    ['open', [given({ state: 'open' })], on, false],
    ['approved, then refused', [given(), given({ state: 'refused' })], on, false],
    ['until a day: all of the customer’s', [given({ until: '2026-06-01' })], other, true],
    ['the day after', [given({ until: '2026-05-31' })], other, false],
    ['of another customer', [given({ until: '2026-06-30', customer: 'initech' })], other, false],
    ['of nobody known', [given({ until: '2026-06-30', customer: null })], { ...other, customer: null }, false],
  ] as const)('%s', (_, all, asked, stands) => {
    expect(exceptionFor(all, asked) !== null).toBe(stands);
  });

  test('covers what no contract does, and leaves the rest as it is', () => {
    expect(coverageOf([], claim(), new Map(), given())).toMatchObject({ contract: 'none', covered: true, why: 'exception' });
    expect(coverageOf([amc], claim(), new Map(), given())).toMatchObject({ why: 'covered' });
    expect([exceptionState([], on.ticket), exceptionState([given({ state: 'open' })], on.ticket)]).toEqual(['none', 'open']);
  });
});

test.each([
  ['nobody', null, 'contract_or_closed', 'none'],
  ['no contract, nothing closed', [0, false, null], 'contract_or_closed', 'new'],
  ['a contract, expired or not', [1, false, null], 'contract_or_closed', 'old'],
  ['a first closed ticket', [0, true, null], 'contract_or_closed', 'old'],
  ['only contracts count', [0, true, null], 'contract', 'new'],
  ['only tickets count', [1, false, null], 'closed', 'new'],
  ['everybody on record', [0, false, null], 'known', 'old'],
  ['an associate says new', [1, true, 'new'], 'contract_or_closed', 'new'],
  ['an associate says old', [0, false, 'old'], 'contract_or_closed', 'old'],
] as const)('new or old: %s', (_, known, rule, expected) => {
  const made = known && { contracts: Array(known[0]).fill(amc), hasClosed: known[1], said: known[2] };
  expect(standingOf(made, rule)).toBe(expected);
});

describe('what conditions of a process find', () => {
  const facts = (record: Partial<CustomerRecord>, ticket: Partial<Ticket> = {}) => {
    const look = factsOf({
      ...{ ticket: aTicket({ customer: 'globex', ...ticket }), isKnown: true, messages: [], checklists: {}, now },
      records: { ...noRecords, ofCustomer: { ...noCustomer, customer: 'globex', ...record } },
    });
    return ['customer', 'contract', 'covered', 'exception'].map(look).join(' ');
  };
  const granted: Exception = {
    ...{ ticket: aTicket({}).number, customer: 'globex', state: 'approved', by: 'mona', via: 'mail', recordedBy: null },
    ...{ reason: '', until: null, at: 0, evidence: null },
  };

  test.each([
    ['nobody', { customer: null }, {}, 'none none no none'],
    ['a new customer', {}, {}, 'new none no none'],
    ['one with a contract', { contracts: [amc] }, { type: 'incident' }, 'old active yes none'],
    ['one whose contract is for other things', { contracts: [amc] }, { type: 'release' }, 'old active no none'],
    ['one whose contract ran out', { contracts: [{ ...amc, ends: '2026-02-28' }] }, {}, 'old expired no none'],
    ['an exception', { exceptions: [granted] }, {}, 'new none yes approved'],
  ] as const)('%s', (_, record, ticket, expected) => {
    expect(facts(record, ticket)).toBe(expected);
  });

  test.each([
    ['hours left', { contracts: [amc], used: new Map([['AMC-1', { minutes: 39 * 60, incidents: 0 }]]) }, 'enough'],
    ['all used', { contracts: [amc], used: new Map([['AMC-1', { minutes: 40 * 60, incidents: 0 }]]) }, 'short'],
    ['hours that are not counted', { contracts: [{ ...amc, hours: null }] }, 'none'],
    ['no contract', {}, 'none'],
  ] as const)('the bag of hours: %s', (_, record, expected) => {
    const records = { ...noRecords, ofCustomer: { ...noCustomer, customer: 'globex', ...record } };
    const ticket = aTicket({ customer: 'globex', type: 'incident' });
    expect(factsOf({ ticket, isKnown: true, messages: [], checklists: {}, records, now })('bag')).toBe(expected);
  });
});
