import { expect, test } from 'vitest';
import { printMoney } from '../../../src/domain/decide/grammar/money.ts';
import { localMoney } from '../../../src/domain/money.ts';
import { plainRates, type Rates } from '../../../src/domain/quote/rates.ts';
import { type ReadLine, readLine } from '../../../src/domain/quote/read-line.ts';
import { inEnglish } from '../../../src/domain/saying.ts';

const eur = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const rates: Rates = {
  ...plainRates,
  hours: { work: eur(80), analysis: eur(60) },
  taxes: { standard: '19', reduced: '7' },
  tax: 'standard',
};

/** As a person would check it: what, how much of it, net, tax. */
function shown(read: ReadLine): string {
  if (read.kind === 'fault') return `wrong: ${inEnglish(read.problem)}`;
  if (read.kind === 'text') return 'text';
  const { text, measure, net, tax } = read.line;
  const much = {
    hours: () => (measure.kind === 'hours' ? `${measure.minutes / 60} h ${measure.work}` : ''),
    pieces: () => (measure.kind === 'pieces' ? `${measure.count} pieces` : ''),
    fixed: () => 'fixed',
  }[measure.kind]();
  return `${text} | ${much} | ${localMoney(net, 'en')} | ${tax}%`;
}

test.each([
  ['3h Fix login @ 60 EUR', 'Fix login | 3 h work | €180.00 | 19%'],
  ['Licence 120 EUR', 'Licence | fixed | €120.00 | 19%'],
  ['- 2 x Token 15 EUR', 'Token | 2 pieces | €30.00 | 19%'],
  ['2× Token @ 15 EUR', 'Token | 2 pieces | €30.00 | 19%'],
  ['1. Licence: 120 EUR', 'Licence | fixed | €120.00 | 19%'],
  ['Licence .... €120', 'Licence | fixed | €120.00 | 19%'],
  ['Licence EUR 120', 'Licence | fixed | €120.00 | 19%'],
  ['3h Fix login 150 EUR', 'Fix login | 3 h work | €150.00 | 19%'],
  ['HD-1043: 1h30 Oil @ 60 EUR', 'HD-1043: Oil | 1.5 h work | €90.00 | 19%'],
  ['- HD-1043 2 x Token 15 EUR', 'HD-1043: Token | 2 pieces | €30.00 | 19%'],
  ['Windows-11 120 EUR', 'Windows-11 | fixed | €120.00 | 19%'],
  ['90m Check', 'Check | 1.5 h work | €120.00 | 19%'],
  ['1h30 Check', 'Check | 1.5 h work | €120.00 | 19%'],
  ['2h analysis: the logs', 'the logs | 2 h analysis | €120.00 | 19%'],
  ['2h analysis', 'analysis | 2 h analysis | €120.00 | 19%'],
  ['Discount -50 EUR', 'Discount | fixed | -€50.00 | 19%'],
  ['Windows 11: 120 EUR', 'Windows 11 | fixed | €120.00 | 19%'],
  ['Book 20 EUR (7%)', 'Book | fixed | €20.00 | 7%'],
  ['Book 20 EUR tax reduced', 'Book | fixed | €20.00 | 7%'],
  ['3h Fix login @ 60 EUR.', 'Fix login | 3 h work | €180.00 | 19%'],
])('en: %s', (written, expected) => expect(shown(readLine(written, rates, false))).toBe(expected));

test.each([
  ['es: 1,5 horas Arreglo a medida @ 60 EUR', 'Arreglo a medida | 1.5 h work | €90.00 | 19%'],
  ['es: Licencia 1.234,50 EUR', 'Licencia | fixed | €1,234.50 | 19%'],
  ['es: Libro 20 EUR IVA 10 %', 'Libro | fixed | €20.00 | 10%'],
  ['de: 3 Std. Fehler beheben @ 60 €/Std.', 'Fehler beheben | 3 h work | €180.00 | 19%'],
  ['de: 2 Stunden Schulung', 'Schulung | 2 h work | €160.00 | 19%'],
  ['de: Buch 20 EUR, 7 % MwSt.', 'Buch | fixed | €20.00 | 7%'],
  ['fr: 2 heures de travail @ 60 €', 'travail | 2 h work | €120.00 | 19%'],
  ['fr: Licence 1\u202f234,50 €', 'Licence | fixed | €1,234.50 | 19%'],
  ['fr: Livre 20 EUR TVA 5,5 %', 'Livre | fixed | €20.00 | 5.5%'],
  ['pt: 3 horas Corrigir o acesso @ 60 EUR', 'Corrigir o acesso | 3 h work | €180.00 | 19%'],
  ['pt: 2 x Licença 15,50 EUR', 'Licença | 2 pieces | €31.00 | 19%'],
])('%s', (written, expected) => expect(shown(readLine(written.slice(4), rates, false))).toBe(expected));

test.each([
  'Hello Jane,',
  'The total is about 120 EUR.',
  '3h should do it.',
  'see ticket 1043',
  'write to jane@globex.example',
  '- Fix the login',
  'Best regards',
])('%s is no line of an offer', (written) => expect(shown(readLine(written, rates, false))).toBe('text'));

test.each([
  ['3h Fix @ sixty', '“sixty” is no price'],
  ['2 x Token', 'it names no price'],
  ['100h', 'it does not say what for'],
  ['2d Migration @ 60 EUR', 'its time is not in hours'],
  ['Windows 11 120 EUR', '“11 120 EUR” can be read as two amounts'],
  ['Book 20 EUR tax odd', '“odd” is no tax'],
])('%s: %s', (written, problem) => expect(shown(readLine(written, rates, false))).toBe(`wrong: ${problem}`));

test('a line without a rate takes the desk’s; where the desk has none, it is asked for', () => {
  expect(shown(readLine('3h Fix login', { ...rates, hours: {} }, false))).toBe('wrong: it names no rate, and the desk has none');
});

test('under “Lines:” what names no price is a mistake, and an amount needs no currency', () => {
  expect(shown(readLine('Fix the login', rates, true))).toBe('wrong: it names no price');
  expect(shown(readLine('Maintenance: 100.00', rates, true))).toBe('Maintenance | fixed | €100.00 | 19%');
});

test('what is printed is read again', () => {
  const read = readLine(`Licence ${printMoney(eur(1234))}`, rates, false);
  expect(shown(read)).toBe('Licence | fixed | €1,234.00 | 19%');
});
