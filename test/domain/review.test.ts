import { describe, expect, test } from 'vitest';
import { deskHours } from '../../src/domain/calendar/desk-hours.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { type Cadence, cadenceFor, lastOver, periodCalled } from '../../src/domain/review/cadence.ts';
import { periodOf, type Span } from '../../src/domain/review/period.ts';
import { regularReview } from '../../src/domain/review/regular-review.ts';
import { reviewOf } from '../../src/domain/review/review.ts';
import { draftReview, reviewReaders, tellReview } from '../../src/domain/review/tell-review.ts';
import type { CustomerContact } from '../../src/domain/settings.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { someFacts } from './facts.ts';
import { aPerson, aTicket, desk, globex } from './parts.ts';
import { aQuote } from './quote/a-quote.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const period = { from: Date.parse('2026-01-01T00:00:00Z'), to: Date.parse('2026-04-01T00:00:00Z') };
const ticket = (number: number, opened: string, closed: string | null, other: Partial<Ticket> = {}) =>
  aTicket({
    number: ticketNo(number),
    subject: `Number ${number}`,
    opened: at(opened),
    closed: closed === null ? null : at(closed),
    ...other,
  });
const customer = { ...globex, name: 'Globex', priorities: ['No outage on Fridays'] };
const reader = { language: 'en', timezone: 'UTC' };
const looked = (tickets: readonly Ticket[], quotes: Parameters<typeof reviewOf>[0]['quotes'] = []) =>
  reviewOf({ customer, tickets, quotes }, period, reader, { desk, workflows: {} });
const tags = (all: readonly { tag: string }[]) => all.map(({ tag }) => tag);

describe('what a review looks back on', () => {
  test('asked in that time, solved in it, open at its end; the oldest first', () => {
    const review = looked([
      ticket(4, '2026-03-01', null, { waitsFor: 'customer' }),
      ticket(1, '2025-12-01', '2026-01-15', { fields: { solution: 'A new fuser.' } }),
      ticket(2, '2025-06-01', '2025-12-31'),
      ticket(3, '2026-02-01', '2026-04-02'),
      ticket(5, '2026-04-05', null),
    ]);
    expect([tags(review.solved), tags(review.open)]).toEqual([['HD-1'], ['HD-3', 'HD-4']]);
    expect(review).toMatchObject({
      counts: { asked: 2, solved: 1, open: 2 },
      solved: [{ note: 'A new fuser.', asked: 'Dec 1, 2025', solved: 'Jan 15, 2026' }],
      open: [{ solved: '', yourTurn: false }, { yourTurn: true }],
      ...{ from: 'Jan 1, 2026', until: 'Mar 31, 2026', priorities: ['No outage on Fridays'] },
    });
  });

  test('deleted and merged ones are nobody’s news', () => {
    const gone = [ticket(1, '2026-02-01', null, { deleted: 1 }), ticket(2, '2026-02-01', null, { mergedInto: ticketNo(3) })];
    expect(looked(gone).counts).toEqual({ asked: 0, solved: 0, open: 0 });
  });

  test('offers that were approved in it, and no others', () => {
    const settled = (day: string) => ({
      at: at(day),
      by: { kind: 'contact', address: 'jane@globex.example' } as const,
      reason: '',
    });
    const quotes = [
      { ...aQuote({}, 'approved'), settled: settled('2026-02-02') },
      { ...aQuote({}, 'approved'), settled: settled('2025-02-02') },
      { ...aQuote({}, 'declined'), settled: settled('2026-02-02') },
    ];
    expect(looked([], quotes).agreed).toMatchObject([{ at: 'Feb 2, 2026' }]);
  });
});

test.each<[Span, string]>([
  ['week', '2026-03-22T23:00:00.000Z'],
  ['month', '2026-02-27T23:00:00.000Z'],
  ['quarter', '2025-12-29T23:00:00.000Z'],
  ['year', '2025-03-29T23:00:00.000Z'],
])('a %s back, to the beginning of that day where the customer is', (span, from) =>
  expect(new Date(periodOf(span, Date.parse('2026-03-30T10:00:00Z'), 'Europe/Berlin').from).toISOString()).toBe(from),
);

const contact = (name: string, other: Partial<CustomerContact> = {}): CustomerContact => ({
  ...{ name, addresses: [`${name}@globex.example`], phone: null, social: null, language: null },
  ...{ spoc: false, approver: null, validator: false, stakeholder: false },
  ...other,
});

test.each<[string, CustomerContact[], string[]]>([
  ['points of contact first', [contact('a', { approver: { limit: null } }), contact('b', { spoc: true })], ['b']],
  [
    'one without an address reads nothing',
    [contact('b', { spoc: true, addresses: [], phone: '1' }), contact('c', { stakeholder: true })],
    ['c'],
  ],
  ['nobody', [contact('a')], []],
])('who reads it: %s', (_, contacts, names) => expect(reviewReaders({ contacts }).map(({ name }) => name)).toEqual(names));

test('a draft is for its author, in the words the customer would get; sent, it is for the customer, and waits to be called off', () => {
  const maria = aPerson('maria', { name: 'Maria Lopez', language: 'en' });
  const facts = someFacts({ settings: { ...someFacts().settings, people: [maria] } });
  const known = { ...customer, language: 'es', contacts: [contact('jane', { spoc: true })] };
  const letter = { facts: { customer: known, tickets: [], quotes: [] }, period, body: 'Hola', by: maria };
  const mails = (effects: ReturnType<typeof tellReview>) =>
    effects.flatMap((one) => (one.act === 'queue-mail' ? [one.mail] : []));
  const [draft] = mails(draftReview(facts, letter, maria, 'review globex send'));
  expect(draft).toMatchObject({
    party: 'associate',
    language: 'es',
    data: { draft: true, readers: ['jane <jane@globex.example>'] },
  });
  const [sent] = mails(tellReview(facts, letter));
  expect(sent).toMatchObject({ party: 'contact', language: 'es', data: { draft: false, body: 'Hola', readers: [] } });
  expect(sent?.notBefore).toBe(facts.now + facts.settings.desk.delay);
});

test.each<[Cadence, string, string, string, string]>([
  ['quarter', '2026-04-01T05:00:00Z', '2026-Q1', '2025-12-31T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
  ['quarter', '2026-03-31T21:59:00Z', '2025-Q4', '2025-09-30T22:00:00.000Z', '2025-12-31T23:00:00.000Z'],
  ['quarter', '2026-12-31T12:00:00Z', '2026-Q3', '2026-06-30T22:00:00.000Z', '2026-09-30T22:00:00.000Z'],
  ['month', '2026-03-31T12:00:00Z', '2026-02', '2026-01-31T23:00:00.000Z', '2026-02-28T23:00:00.000Z'],
  ['month', '2026-01-01T12:00:00Z', '2025-12', '2025-11-30T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
])('the last %s that is over at %s is %s, and is found again by that name', (cadence, now, name, from, to) => {
  const found = lastOver(cadence, Date.parse(now), 'Europe/Berlin');
  expect([found.name, new Date(found.from).toISOString(), new Date(found.to).toISOString()]).toEqual([name, from, to]);
  expect(periodCalled(name.toLowerCase(), 'Europe/Berlin')).toEqual(found);
});

test.each(['2026', '2026-13', '2026-q5', '2026-00', '26-q1', ''])('%j is no month or quarter', (name) =>
  expect(periodCalled(name, 'UTC')).toBeNull(),
);

test.each([
  ['its own cadence first', { id: 'globex', plan: 'gold' }, 'month'],
  ['its own, though it is none', { id: 'initech', plan: 'gold' }, null],
  ['else that of its plan', { id: 'acme', plan: 'gold' }, null],
  ['else that of all', { id: 'acme', plan: 'silver' }, 'quarter'],
  ['without a plan too', { id: 'acme', plan: null }, 'quarter'],
])('how often: %s', (_, who, expected) => {
  const times = { every: 'quarter', plans: { gold: null }, customers: { globex: 'month', initech: null } } as const;
  expect(cadenceFor(who, times)).toBe(expected);
  expect(cadenceFor(who, undefined)).toBeNull();
});

describe('a review that is drafted because time passed', () => {
  const maria = aPerson('maria', { name: 'Maria Lopez' });
  const lena = aPerson('lena', { roles: ['lead'] });
  const now = Date.parse('2026-04-05T05:00:00Z');
  const before = someFacts({ now });
  const facts = { ...before, settings: { ...before.settings, people: [maria, lena] } };
  const known = { ...customer, contacts: [contact('jane', { spoc: true })] };
  const drafted = (relationship: string | null, tickets: readonly Ticket[]) =>
    regularReview(
      facts,
      deskHours(facts.settings),
      { customer: { ...known, relationship }, tickets, quotes: [] },
      lastOver('quarter', now, 'UTC'),
    );
  const one = ticket(1, '2026-02-01', '2026-02-02');

  test('to whoever looks after the customer, when their week begins, and noted', () => {
    const [mail, noted, ...more] = drafted('maria', [one]);
    expect(mail).toMatchObject({
      mail: {
        ...{ to: { address: 'maria@acme.example' }, party: 'associate', automatic: 'auto-generated' },
        data: { draft: true, command: 'review globex 2026-Q1 send', untilToday: false, associateName: 'Maria Lopez' },
      },
    });
    const leaves = mail?.act === 'queue-mail' ? new Date(mail.mail.notBefore).toISOString().slice(0, 10) : '';
    expect(leaves).toBe('2026-04-06');
    expect([noted, more]).toEqual([{ act: 'tell-once', keys: ['review globex 2026-Q1'] }, []]);
  });

  test.each([null, 'gone'])('to the leads where that is %s', (relationship) =>
    expect(drafted(relationship, [one])[0]).toMatchObject({ mail: { to: { address: 'lena@acme.example' } } }),
  );

  test('not where nothing was asked, solved, agreed, and nothing is open', () => {
    const [old, later, gone] = [ticket(1, '2025-06-01', '2025-07-01'), ticket(2, '2026-04-02', null), { ...one, deleted: 1 }];
    expect(drafted('maria', [old, later, gone])).toEqual([]);
    expect(drafted('maria', [ticket(1, '2025-06-01', null)])).toHaveLength(2);
  });
});
