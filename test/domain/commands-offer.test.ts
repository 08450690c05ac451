import { expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import { plainRates } from '../../src/domain/quote/rates.ts';
import { noRecords } from '../../src/domain/workflow/records.ts';
import { aQuote } from './quote/a-quote.ts';
import { type Given, outcome, tryCommands } from './try-commands.ts';

const effects = (text: string, given: Given = {}): readonly Effect[] => {
  const done = tryCommands(text, given);
  return done.kind === 'fine' ? done.effects : [];
};
const worked = { handle: 'maria', minutes: 90, kind: 'analysis', rate: null, at: 0 };

test('quote: a process that asks nobody for a yes offers nothing', () => {
  expect(outcome('quote 480 EUR')[0]).toBe('the process simple asks nobody for a yes to it');
  expect(outcome('fee 480 EUR')[0]).toBe('the process simple asks nobody for a yes to it');
});

test.each([
  ['eta 2026-12-04', { fields: { eta: '2026-12-04' } }, 'expected by 2026-12-04'],
  ['eta 2026-12-04 17:00 "the part comes later"', { fields: { eta: '2026-12-04 17:00' } }, 'expected by 2026-12-04 17:00'],
])('%s', (text, set, said) => expect(outcome(text)).toEqual([set, said]));

test('eta: from what it was before; a date must be there', () => {
  const ticket = { fields: { eta: '2026-12-01', floor: '2' } };
  expect(outcome('eta 2026-12-04', { ticket })).toEqual([
    { fields: { eta: '2026-12-04', floor: '2' } },
    'expected by 2026-12-01 → 2026-12-04',
  ]);
  expect(outcome('eta soon')[0]).toBe('“soon” is no date');
  expect(outcome('eta')[0]).toBe('a date is missing');
});

test('po: the number goes to what was offered last; without an offer there is nothing to note it on', () => {
  expect(outcome('po 4711')[0]).toBe('nothing was offered here');
  const records = { ...noRecords, quotes: [aQuote({}, 'approved')] };
  expect(effects('po 4711', { records })).toEqual([
    { act: 'change-quote', quote: { ticket: 1042, number: 1, revision: 1 }, set: { po: '4711' } },
  ]);
});

test('analysis: the parts of the text become the report, in any of our languages; a part that is missing is asked for', () => {
  const text = 'Causa raíz: un bloqueo\n\nAcciones:\nQuitarlo.\nProbarlo.\nImpacto: ninguno';
  expect(outcome('analysis', { text })).toEqual([
    { fields: { underlying: 'un bloqueo', actions: 'Quitarlo.\nProbarlo.', aftermath: 'ninguno' } },
    'the analysis is on record',
  ]);
  expect(outcome('analysis', { text: 'It is a lock.' })[0]).toBe('the report is not whole');
});

test('charge: an amount with the desk’s tax, named by its place; undo voids it', () => {
  expect(outcome('charge 35 EUR travel')[1]).toBe('owed: 35.00 EUR (travel)');
  expect(effects('charge 35 EUR travel')).toMatchObject([
    { act: 'keep-charge', charge: { once: 'by-hand-1', kind: 'travel', what: { total: { amount: 3500 } } } },
  ]);
  expect(plainRates.tax).toBe('none');
});

test('charge: all hours of a kind, once', () => {
  const records = { ...noRecords, time: [worked] };
  expect(outcome('charge analysis', { records })[1]).toBe('owed: 1h30m analysis');
  const what = { kind: 'hours', minutes: 90, rate: null } as const;
  const owed = {
    ...{
      ticket: aQuote().offer.tickets[0] ?? (0 as never),
      once: 'hours-analysis-90',
      kind: 'analysis',
      what,
      customer: null,
      at: 0,
    },
    ...{ month: '2026-11', quote: null, voided: null, evidence: null, quoteHash: null, po: null },
  };
  expect(outcome('charge analysis', { records: { ...records, charges: [owed] } })[0]).toBe('all analysis is charged already');
  expect(outcome('charge development', { records })[0]).toBe('it names no amount, and no kind of hours that were noted here');
});
