import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketNo } from '../../../src/domain/ids.ts';
import { type Charge, type Chargeable, chargesArising, monthOf } from '../../../src/domain/quote/charge.ts';
import { approvedMinutes, sharePassed } from '../../../src/domain/quote/hours.ts';
import type { Quote } from '../../../src/domain/quote/quote.ts';
import { plainRates } from '../../../src/domain/quote/rates.ts';
import { aQuote } from './a-quote.ts';

const t1 = ticketNo(1042);
const rates = { ...plainRates, hours: { analysis: { amount: 6000, currency: 'EUR' } } };
const nothing: Chargeable = { ticket: t1, customer: 'globex', quotes: [], time: [], charges: [] };
const november = Date.parse('2026-11-30T23:30:00Z');
const arising = (name: string, on: Chargeable) => chargesArising(name, on, rates, november, 'Europe/London');
const worked = (minutes: number, kind = 'analysis') => ({ handle: 'maria', minutes, kind, rate: null, at: 0 });

test('an approved quote is owed with its tax, on the invoice of the month that the desk’s clocks show', () => {
  const quotes = [aQuote({ revision: 1 }, 'superseded'), aQuote({ revision: 2 }, 'approved')];
  expect(arising('quote', { ...nothing, quotes })).toMatchObject([
    {
      ...{ once: 'offer-1', kind: 'quote', month: '2026-11', customer: 'globex', quote: { number: 1, revision: 2 } },
      what: { kind: 'money', net: { amount: 18000 }, tax: { amount: 3420 }, total: { amount: 21420 } },
    },
  ]);
  expect(monthOf(november, 'Europe/Berlin')).toBe('2026-12');
});

test.each(['open', 'declined', 'superseded'] as const)('a quote that is %s is not owed', (status) => {
  expect(arising('quote', { ...nothing, quotes: [aQuote({}, status)] })).toEqual([]);
});

test('fee and quote are owed apart, a supplement with the quotes, and the ticket’s part of one that is on another', () => {
  const quotes: Quote[] = [
    aQuote({ number: 1, kind: 'fee' }, 'approved'),
    aQuote({ number: 2 }, 'approved'),
    aQuote({ number: 3, kind: 'supplement', adds: 2 }, 'approved'),
    aQuote({ number: 1, tickets: [ticketNo(7), t1] }, 'approved'),
  ];
  expect(arising('fee', { ...nothing, quotes }).map(({ once }) => once)).toEqual(['offer-1']);
  expect(arising('quote', { ...nothing, quotes }).map(({ once, kind }) => `${once} ${kind}`)).toEqual([
    'offer-2 quote',
    'offer-3 supplement',
    'offer-7-1 quote',
  ]);
});

test('hours of the kind are owed, at the desk’s rate; of other kinds none', () => {
  const time = [worked(30), worked(90, 'development')];
  expect(arising('analysis', { ...nothing, time })).toMatchObject([
    { once: 'hours-analysis-30', what: { kind: 'hours', minutes: 30, rate: { amount: 6000 } } },
  ]);
});

test('law: however often it is asked, replayed or voided, nothing is owed twice, and all that was worked is owed', () => {
  const step = fc.oneof(
    fc.record({ works: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ charges: fc.constantFrom('quote', 'fee', 'analysis') }),
    fc.record({ voids: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let on: Omit<Chargeable, 'charges'> & { charges: readonly Charge[] } = {
        ...nothing,
        quotes: [aQuote({}, 'approved')],
        charges: [],
      };
      for (const one of steps) {
        if ('works' in one) on = { ...on, time: [...on.time, worked(one.works)] };
        else if ('charges' in one) on = { ...on, charges: [...on.charges, ...arising(one.charges, on)] };
        else
          on = {
            ...on,
            charges: on.charges.map((each, at) => (at === one.voids ? { ...each, voided: { at: 1, why: '' } } : each)),
          };
      }
      const charges = [...on.charges, ...arising('analysis', on)];
      const names = charges.map(({ once }) => once);
      expect(new Set(names).size).toBe(names.length);
      const owed = charges.reduce((sum, { what }) => sum + (what.kind === 'hours' ? what.minutes : 0), 0);
      expect(owed).toBe(on.time.reduce((sum, { minutes }) => sum + minutes, 0));
    }),
  );
});

test('approved hours are those of every approved quote and supplement', () => {
  expect(approvedMinutes([aQuote({}, 'open')], t1)).toBeNull();
  expect(approvedMinutes([aQuote({}, 'approved'), aQuote({ number: 2, kind: 'supplement' }, 'approved')], t1)).toBe(360);
});

test.each([
  [600, 0, 479, null],
  [600, 479, 480, 80],
  [600, 480, 599, null],
  [600, 599, 600, 100],
  [600, 0, 700, 100],
  [600, 600, 900, null],
  [0, 0, 60, null],
  [null, 0, 60, null],
])('of %s approved minutes, %s to %s passes %s', (approved, before, after, share) => {
  expect(sharePassed(approved, before, after)).toBe(share);
});
