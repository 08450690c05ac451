import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedDate } from '../../src/domain/forward/printed-date.ts';

const ten = '2026-03-02T10:05:00.000Z';

test.each([
  ['Mon, 2 Mar 2026 10:05:00 +0000', ten],
  ['Mon, Mar 2, 2026 at 10:05 AM', ten],
  ['Monday, March 2, 2026 10:05 AM', ten],
  ['Monday, March 2, 2026 1:05 PM', '2026-03-02T13:05:00.000Z'],
  ['Montag, 2. März 2026 10:05', ten],
  ['02.03.2026 10:05', ten],
  ['Am Mo., 2. Mrz. 2026 um 10:05 Uhr', ten],
  ['lunes, 2 de marzo de 2026 10:05', ten],
  ['lun, 2 mar 2026 a las 10:05', ten],
  ['lundi 2 mars 2026 10:05', ten],
  ['mardi 3 février 2026 10:05', '2026-02-03T10:05:00.000Z'],
  ['martes, 3 de febrero de 2026 10:05', '2026-02-03T10:05:00.000Z'],
  ['martedì 3 febbraio 2026 10:05', '2026-02-03T10:05:00.000Z'],
  ['segunda-feira, 2 de março de 2026 10:05', ten],
  ['lunedì 2 marzo 2026 10:05', ten],
  ['maandag 2 maart 2026 10:05', ten],
  ['den 2 mars 2026 10:05', ten],
  ['poniedziałek, 2 marca 2026 10:05', ten],
  ['понедельник, 2 марта 2026 г. 10:05', ten],
  ['2 Mart 2026 Pazartesi 10:05', ten],
  ['2026年3月2日 10:05', ten],
  ['2026年3月2日(月) 10:05', ten],
  ['2 मार्च 2026 10:05', ten],
  ['2 مارس 2026 10:05', ten],
  ['3/2/2026 10:05 AM', ten],
  ['2/3/2026 10:05', ten],
  ['2026-03-02 10:05', ten],
  ['Mon, 2 Mar 2026 12:05:00 +0200', ten],
  ['2. Mar 2026, 12:05 GMT+2', ten],
])('%s', (printed, expected) => {
  expect(new Date(printedDate(printed) ?? 0).toISOString()).toBe(expected);
});

test.each(['', 'yesterday', '10:05', 'Mar 2', '99/99/2026'])('no whole date in “%s”', (text) => {
  expect(printedDate(text)).toBe(null);
});

test('no text throws', () => {
  fc.assert(fc.property(fc.string(), (text) => [null, 'number'].includes(printedDate(text) === null ? null : 'number')));
});
