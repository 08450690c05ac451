import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { documents } from '../../../src/adapters/documents/documents.ts';
import { meantBy } from '../../../src/domain/ask/answer-words.ts';
import { plainBrand } from '../../../src/domain/brand.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { offerLetter, offerLetterOf } from '../../../src/domain/quote/offer-letter.ts';
import { hoursIn, showOffer } from '../../../src/domain/quote/show-offer.ts';
import { pdfPages } from '../../support/pdf-text.ts';
import { aQuote } from './a-quote.ts';

const quote = {
  ...aQuote({
    ...{
      revision: 2,
      tickets: [ticketNo(1042), ticketNo(1043)],
      terms: 'Payable in 14 days.\n\nNo discount.',
      eta: '2026-12-04 17:00',
    },
    scope: { included: ['The login'], excluded: ['The app'] },
    report: { underlying: 'A lock.', actions: 'Turn it.', aftermath: '' },
  }),
  ...{ po: 'PO 77', made: Date.parse('2026-11-22T23:30:00Z') },
};
const tagOf = (ticket: number) => `HD-${ticket}`;
const words = (language: string) => {
  const { offer } = parse(readFileSync(`templates/${language}/words.yaml`, 'utf8')) as { offer: Record<string, string> };
  return (key: string) => offer[key] ?? `?${key}`;
};
const made = (language: string) =>
  offerLetter(
    offerLetterOf({ ...quote, offer: { ...quote.offer, language } }, showOffer(quote, language, tagOf), ['Acme GmbH', 'HRB 1']),
    words(language),
  );

test.each([
  ['en', 'Quote HD-1042-Q1', '€180.00', 'December 1, 2026', 'Tax 19%'],
  ['es', 'Presupuesto HD-1042-Q1', '180,00 €', '1 de diciembre de 2026', 'Impuesto 19 %'],
  ['de', 'Angebot HD-1042-Q1', '180,00 €', '1. Dezember 2026', 'Steuer 19 %'],
  ['fr', 'Devis HD-1042-Q1', '180,00 €', '1 décembre 2026', 'Taxe 19 %'],
  ['pt', 'Proposta HD-1042-Q1', '€ 180,00', '1 de dezembro de 2026', 'Imposto 19%'],
])('%s: the letter says in its reader’s language what, how much, and until when', async (language, title, net, valid, tax) => {
  const { pdf, missing } = await documents().letter(made(language), plainBrand('Acme'));
  const text = pdfPages(pdf)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');
  expect(missing).toEqual([]);
  for (const part of [title, net, tax, 'HD-1042, HD-1043', 'PO 77', 'A lock.', 'The app', 'No discount.', 'Acme GmbH · HRB 1'])
    expect(text).toContain(part);
  expect(text.replace(/\n/g, ' ')).toContain(valid);
  expect(text).not.toContain('?');
});

test('the same offer is the same bytes, another revision is not', async () => {
  const { letter } = documents();
  const [one, again] = await Promise.all([letter(made('en'), plainBrand('Acme')), letter(made('en'), plainBrand('Acme'))]);
  expect(Buffer.from(again.pdf).equals(Buffer.from(one.pdf))).toBe(true);
  const other = await letter({ ...made('en'), title: 'Quote HD-1042-Q1, revision 3' }, plainBrand('Acme'));
  expect(Buffer.from(other.pdf).equals(Buffer.from(one.pdf))).toBe(false);
});

test('the day it was made is the customer’s', () => {
  expect(made('de').facts.find(({ label }) => label === 'Datum')?.value).toBe('22. November 2026');
});

test.each(['en', 'es', 'de', 'fr', 'pt'])('%s: the words that the letter asks for are read as answers', (language) => {
  const said = [...words(language)('how').matchAll(/[“«„]\s?([^”»“]+?)\s?[”»“]/g)].map(([, word = '']) => word);
  expect(said.map((word) => meantBy(word, ['approve', 'decline'], false)?.answer)).toEqual(['approve', 'decline']);
});

test.each([
  [90, '1.5 h'],
  [180, '3 h'],
  [100, '1 h 40 min'],
  [20, '20 min'],
  [45, '0.75 h'],
])('%s minutes are %s', (minutes, shown) => expect(hoursIn(minutes, 'en')).toBe(shown));
