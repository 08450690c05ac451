import { describe, expect, test } from 'vitest';
import { returnDate } from '../../src/domain/classify/return-date.ts';

/** A Monday. */
const sent = Date.parse('2026-03-02T09:00:00Z');
const read = (text: string, at = sent): string | null => {
  const found = returnDate(text, at);
  return found === null ? null : new Date(found).toISOString().slice(0, 10);
};

describe('the day an absence ends', () => {
  test.each([
    ['I am out of office until 12 March.', '2026-03-12'],
    ['I will be back on March 12th.', '2026-03-12'],
    ['I am away until March 11, back in the office on Thursday, March 12, 2026.', '2026-03-12'],
    ['I’ll be returning on Monday 16th of March', '2026-03-16'],
    ['Out of office from 2 March to 13 March.', '2026-03-13'],
    ['I will be back on Monday.', '2026-03-09'],
    ['I am out of office through 2026-03-20 with limited access.', '2026-03-20'],
    ['Return date: 3/16/2026', '2026-03-16'],
    ['Ich bin bis zum 12. März nicht im Haus.', '2026-03-12'],
    ['Ich bin ab dem 13.3. wieder erreichbar und bis 12.03.2026 abwesend.', '2026-03-12'],
    ['Ich bin am Freitag zurück. Bis einschließlich 05.03. bin ich weg.', '2026-03-05'],
    ['Ich bin wieder im Büro am 16.03.26', '2026-03-16'],
    ['Vom 2. bis 13. März bin ich im Urlaub.', '2026-03-13'],
    ['Zurück am Montag, den 16. März', '2026-03-16'],
    ['Estaré fuera de la oficina hasta el 12 de marzo.', '2026-03-12'],
    ['Vuelvo el lunes 16 de marzo de 2026.', '2026-03-16'],
    ['Regreso el próximo lunes', '2026-03-09'],
    ['Estoy de vacaciones del 2 al 13 de marzo.', '2026-03-13'],
    ['Je suis absent jusqu’au 12 mars inclus.', '2026-03-12'],
    ["Absent jusqu'au vendredi 13/03.", '2026-03-13'],
    ['Je serai de retour le 1er avril.', '2026-04-01'],
    ['Congés du 2 au 13 mars', '2026-03-13'],
    ['Estou ausente até 12 de março.', '2026-03-12'],
    ['Estarei de volta no dia 16/03/2026', '2026-03-16'],
    ['Sono assente fino al 12 marzo.', '2026-03-12'],
    ['Rientro il 16 marzo', '2026-03-16'],
    ['Ik ben afwezig tot en met 12 maart.', '2026-03-12'],
    ['Ik ben op 12 maart weer bereikbaar, afwezig t/m 11 maart', '2026-03-11'],
    ['Ik ben terug op maandag 16 maart', '2026-03-16'],
    ['Back on\n12 March', '2026-03-12'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('without a year it is the next such day', () => {
    expect(read('Back on 5 January.', Date.parse('2026-12-20T09:00:00Z'))).toBe('2027-01-05');
  });

  test.each([
    ['a day that went by', 'I was away until 1 March 2026.'],
    ['one without a year that just went by', 'I am away until 1 March.'],
    ['more than a year ahead', 'Back on 12 March 2028.'],
    ['a day that does not exist', 'Ich bin bis 31.02. weg.'],
    ['a time', 'I am away until 5 pm.'],
    ['a while', 'I am away until further notice, for 3 weeks.'],
    ['a day of something else', 'The fair is on 12 March.'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  test('A14: 1 MB of such words takes no time', () => {
    const start = performance.now();
    for (const words of ['until ', 'back on the ', 'from 1 ', 'vom 2 bis ', '1 ', 'the next '])
      returnDate(words.repeat(1_000_000 / words.length), sent);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
