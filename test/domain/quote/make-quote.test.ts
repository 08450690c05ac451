import { expect, test } from 'vitest';
import { phrases } from '../../../src/domain/decide/grammar/words.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { type Making, makeQuote } from '../../../src/domain/quote/make-quote.ts';
import type { Quote } from '../../../src/domain/quote/quote.ts';
import { plainRates, type Rates } from '../../../src/domain/quote/rates.ts';
import { readOffer } from '../../../src/domain/quote/read-body.ts';
import { readOfferWords } from '../../../src/domain/quote/read-words.ts';
import { totalsOf } from '../../../src/domain/quote/totals.ts';
import { inEnglish } from '../../../src/domain/saying.ts';
import { aQuote } from './a-quote.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const rates: Rates = {
  ...plainRates,
  hours: { work: { amount: 8000, currency: 'EUR' } },
  taxes: { standard: '19', none: '0' },
  tax: 'standard',
};

function making(command: string, text = '', change: Partial<Making> & { rates?: Rates } = {}) {
  const [phrase] = phrases(command);
  const reader = { rates: change.rates ?? rates, theirs: { now, zone: 'Europe/London' }, ours: { now, zone: 'Europe/Berlin' } };
  const words = readOfferWords(phrase?.words ?? [], reader);
  if ('problem' in words) return words;
  return makeQuote({
    kind: phrase?.name === 'fee' ? 'fee' : 'quote',
    ticket: { number: ticketNo(1042), subject: 'Login broken', language: 'en', fields: {} },
    ...{ others: [], quotes: [], words, body: readOffer(text, reader.rates), recipient: ['Globex'], zone: 'Europe/London' },
    ...{ rates, by: 'maria', now, digest: (said: string) => `hash of ${said.length}` },
    ...change,
  });
}

function quoteOf(...given: Parameters<typeof making>): Quote {
  const made = making(...given);
  if ('problem' in made) throw new Error(inEnglish(made.problem));
  return made.quote;
}

const problemOf = (...given: Parameters<typeof making>): string => {
  const made = making(...given);
  return 'problem' in made ? inEnglish(made.problem) : 'none';
};

test.each([
  ['quote 480 EUR', 48000, 0],
  ['quote €480 6h', 48000, 360],
  ['quote 6h 480', 48000, 360],
  ['quote 6h', 48000, 360],
  ['quote 1h 30m', 12000, 90],
  ['quote 1h30', 12000, 90],
])('%s is one line for the ticket', (command, net, minutes) => {
  const { offer } = quoteOf(command);
  expect(totalsOf(offer)).toMatchObject({ net: { amount: net }, minutes });
  expect(offer.lines.map(({ text }) => text)).toEqual(['Login broken']);
});

test.each([
  ['quote 480 EUR valid 2026-12-01 eta fri', '2026-12-01', '2026-11-27'],
  ['quote 480 EUR valid 10d eta fri 17:00', '2026-12-03', '2026-11-27 17:00'],
  ['quote 480 EUR bis 2026-12-01', '2026-12-01', null],
  ['quote 480 EUR válido 2026-12-01 eta mañana', '2026-12-01', '2026-11-24'],
  ['quote 480 EUR valable 2026-12-01', '2026-12-01', null],
  ['quote 480 EUR até 2026-12-01', '2026-12-01', null],
  ['quote 480 EUR', '2026-12-23', null],
])('%s counts until %s, and promises %s', (command, valid, eta) => {
  expect(quoteOf(command).offer).toMatchObject({ valid, eta, zone: 'Europe/London' });
});

test('tax, order number and further tickets stand in the command too', () => {
  const { offer, po } = quoteOf('quote 480 EUR tax none po "PO 77"', '', { others: [ticketNo(1043)] });
  expect(totalsOf(offer).taxes).toEqual([]);
  expect(offer.tickets).toEqual([1042, 1043]);
  expect(po).toBe('PO 77');
});

test.each([
  ['quote', 'nothing says what it costs'],
  ['quote soon', '“soon” is no part of an offer'],
  ['quote 480 EUR 500 EUR', 'it says that twice'],
  ['quote 480 EUR valid someday', '“someday” is no date'],
  ['quote 480 EUR valid 2026-11-22', '2026-11-22 is over'],
  ['quote 480 EUR tax odd', '“odd” is no tax'],
  ['quote 480 EUR po', 'the number is missing'],
])('%s: %s', (command, problem) => expect(problemOf(command)).toBe(problem));

test('where the desk has no rate, hours alone say nothing', () => {
  expect(problemOf('quote 6h', '', { rates: plainRates })).toBe('no rate is known');
});

test('what the command says of the sum must be what the lines come to, before tax or with it', () => {
  const lines = '3h Fix login @ 60 EUR\nLicence 120 EUR';
  for (const right of ['quote', 'quote 300 EUR', 'quote 357 EUR 3h']) expect(problemOf(right, lines)).toBe('none');
  expect(problemOf('quote 310 EUR', lines)).toBe('the lines come to 300.00 EUR, with tax 357.00 EUR');
  expect(problemOf('quote 4h', lines)).toBe('the lines come to 3h');
});

test('every mistake of the lines is told; two currencies and less than nothing are none', () => {
  expect(problemOf('quote', '3h Fix @ sixty\n2 x Token')).toBe(
    '“3h Fix @ sixty”: “sixty” is no price; “2 x Token”: it names no price',
  );
  expect(problemOf('quote', 'A 1 EUR\nB 1 USD')).toBe('“B” is in USD, the lines before it in EUR');
  expect(problemOf('quote', 'Discount -5 EUR')).toBe('it comes to less than nothing');
});

test.each<[string, readonly Quote[], object]>([
  ['nothing was offered', [], { number: 1, revision: 1, kind: 'quote', adds: null }],
  ['one is open', [aQuote()], { number: 1, revision: 2, kind: 'quote' }],
  ['one was declined', [aQuote({}, 'declined')], { number: 1, revision: 2, kind: 'quote' }],
  ['a fee was agreed', [aQuote({ kind: 'fee' }, 'approved')], { number: 2, revision: 1, kind: 'quote' }],
  ['a quote was agreed', [aQuote({}, 'approved')], { number: 2, revision: 1, kind: 'supplement', adds: 1 }],
  [
    'a supplement is open',
    [aQuote({}, 'approved'), aQuote({ number: 2, kind: 'supplement', adds: 1 })],
    { number: 2, revision: 2, kind: 'supplement', adds: 1 },
  ],
  [
    'a supplement was agreed',
    [aQuote({}, 'approved'), aQuote({ number: 2, kind: 'supplement', adds: 1 }, 'approved')],
    { number: 3, revision: 1, kind: 'supplement', adds: 1 },
  ],
  [
    'another ticket’s is for it too',
    [aQuote({ tickets: [ticketNo(7), ticketNo(1042)] })],
    { number: 1, revision: 1, kind: 'quote' },
  ],
])('where %s, the next is told by its number', (_where, quotes, place) => {
  expect(quoteOf('quote 480 EUR', '', { quotes }).offer).toMatchObject(place);
});

test('the next revision takes the place of an open one, and of no other', () => {
  const open = aQuote();
  expect(making('quote 1 EUR', '', { quotes: [open] })).toMatchObject({ supersedes: open });
  expect(making('quote 1 EUR', '', { quotes: [aQuote({}, 'declined')] })).toMatchObject({ supersedes: null });
});

test('a fee is offered beside an open quote', () => {
  expect(quoteOf('fee 120 EUR', '', { quotes: [aQuote()] }).offer).toMatchObject({
    number: 2,
    revision: 1,
    kind: 'fee',
    eta: null,
  });
});

test('terms are the mail’s own, else the desk’s in the reader’s language', () => {
  const own = { ...rates, terms: { en: '14 days', de: '14 Tage' } };
  expect(quoteOf('quote 1 EUR', 'Terms: cash', { rates: own }).offer.terms).toBe('cash');
  expect(quoteOf('quote 1 EUR', '', { rates: own }).offer.terms).toBe('14 days');
});

test('the analysis on the ticket goes with the quote', () => {
  const fields = { underlying: 'A lock', actions: 'Turn it', aftermath: 'None' };
  const ticket = { number: ticketNo(1042), subject: 'Login', language: 'en', fields };
  expect(quoteOf('quote 1 EUR', '', { ticket }).offer.report).toEqual(fields);
  expect(quoteOf('fee 1 EUR', '', { ticket }).offer.report).toBeNull();
});
