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
  ['mar. 3 févr. 2026 à 10:05', '2026-02-03T10:05:00.000Z'],
  ['mar 3 mar 2026 alle ore 10:05', '2026-03-03T10:05:00.000Z'],
  ['mar 03/02/2026 10:05', '2026-02-03T10:05:00.000Z'],
  ['2. marts 2026 kl. 11.05.00 CET', ten],
  ['po 2. 3. 2026 v 10:05', ten],
  ['pondělí 2. března 2026 10:05', ten],
  ['čtvrtek 2. července 2026 10:05', '2026-07-02T10:05:00.000Z'],
  ['úterý 2. června 2026 10:05', '2026-06-02T10:05:00.000Z'],
  ['hétfő, 2026. március 2. 10:05', ten],
  ['2026. 03. 02. 10:05', ten],
  ['2026. márc. 2., H, 10:05', ten],
  ['maanantai 2. maaliskuuta 2026 klo 10.05', ten],
  ['to 12. marraskuuta 2026 klo 10.05', '2026-11-12T10:05:00.000Z'],
  ['luni, 2 martie 2026 10:05', ten],
  ['marți, 3 februarie 2026 la 10:05', '2026-02-03T10:05:00.000Z'],
  ['пн, 2 бер. 2026 р. о 10:05', ten],
  ['Δευτέρα, 2 Μαρτίου 2026 10:05 π.μ.', ten],
  ['Δευτέρα, 2 Μαρτίου 2026 1:05 μ.μ.', '2026-03-02T13:05:00.000Z'],
  ['2026년 3월 2일 월요일 오전 10:05', ten],
  ['2026년 3월 2일 (월) 오후 1:05', '2026-03-02T13:05:00.000Z'],
  ['2026年3月2日(星期一) 下午1:05', '2026-03-02T13:05:00.000Z'],
  ['2026年3月2日 午後1:05', '2026-03-02T13:05:00.000Z'],
  ['2026年3月2日 10時05分', ten],
  ['२ मार्च २०२६ १०:०५', ten],
  ['٢ مارس ٢٠٢٦ ١٠:٠٥ ص', ten],
  ['٢ مارس ٢٠٢٦ ١:٠٥ م', '2026-03-02T13:05:00.000Z'],
  ['יום שני 02 מרץ 2026 10:05', ten],
  ['יום ב׳, 2 במרץ 2026 ב-10:05', ten],
  ['Th 2, 2 thg 3, 2026 vào lúc 10:05', ten],
  ['จ. 2 มี.ค. 2026 10:05', ten],
  ['lun, 2 de mar de 2026, 1:05 p. m.', '2026-03-02T13:05:00.000Z'],
  ['Monday, March 2nd, 2026 at 10:05 AM', ten],
  ['02.03.26 10:05', ten],
  ['Monday, March 2, 2026 5:05 AM EST', ten],
  ['Montag, 2. März 2026, 11:05:00 MEZ', ten],
  ['2026年3月2日 19:05:00 JST', ten],
  ['Mon, 2 Mar 2026 10:05:00 +0000 (UTC)', ten],
  ['segunda-feira, 2 de março de 2026 às 10h05', ten],
  ['Saturday, 14 February 2026 12:05 AM', '2026-02-14T00:05:00.000Z'],
])('%s', (printed, expected) => {
  expect(new Date(printedDate(printed) ?? 0).toISOString()).toBe(expected);
});

test.each(['', 'yesterday', '10:05', 'Mar 2', '99/99/2026'])('no whole date in “%s”', (text) => {
  expect(printedDate(text)).toBe(null);
});

test('no text throws', () => {
  fc.assert(fc.property(fc.string(), (text) => [null, 'number'].includes(printedDate(text) === null ? null : 'number')));
});
