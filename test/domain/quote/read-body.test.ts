import { expect, test } from 'vitest';
import { plainRates } from '../../../src/domain/quote/rates.ts';
import { readOffer } from '../../../src/domain/quote/read-body.ts';

const mail = ['Hello Jane,', '', 'here is our offer.', '', '3h Fix login @ 60 EUR', '- 2 x Token 15 EUR', ''].join('\n');

test.each([
  ['en', 'Scope', 'Not included', 'Terms'],
  ['es', 'Alcance', 'No incluido', 'Condiciones'],
  ['de', 'Umfang', 'Nicht enthalten', 'Bedingungen'],
  ['fr', 'Périmètre', 'Non inclus', 'Modalités'],
  ['pt', 'Âmbito', 'Não incluído', 'Condições'],
])('%s: %s, %s and %s are parts of an offer', (_language, included, excluded, terms) => {
  const body = `${mail}\n${included}:\n- Fix the login\n\n- Test it\n${excluded}: the app\n**${terms}:**\nPayable in 14 days.\n\nBest, Maria`;
  const read = readOffer(body, plainRates);
  expect(read.scope).toEqual({ included: ['Fix the login', 'Test it'], excluded: ['the app'] });
  expect(read.terms).toBe('Payable in 14 days.');
  expect(read.message).toBe('Hello Jane,\n\nhere is our offer.\n\nBest, Maria');
  expect(read.lines.map(({ text }) => text)).toEqual(['Fix login', 'Token']);
  expect(read.faults).toEqual([]);
});

test('lines stand under a label of their own, behind the scope, or loose', () => {
  const read = readOffer('Lines:\n2h Check @ 10 EUR\n\nScope:\n- 3h of calls a month\n\n- 1 x Cable 5 EUR', plainRates);
  expect(read.lines.map(({ text }) => text)).toEqual(['Cable', 'Check']);
  expect(read.scope.included).toEqual(['3h of calls a month']);
});

test('every mistake is told with its line', () => {
  const read = readOffer('3h Fix @ sixty\nLicence 10 EUR\n2 x Token\n', plainRates);
  expect(read.faults.map(({ written }) => written)).toEqual(['3h Fix @ sixty', '2 x Token']);
});
