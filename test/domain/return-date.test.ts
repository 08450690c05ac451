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
    ['Ich bin ab dem 13.3. wieder erreichbar und bis 12.03.2026 abwesend.', '2026-03-13'],
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
    ['Ik ben op 12 maart weer bereikbaar, afwezig t/m 11 maart', '2026-03-12'],
    ['Ik ben terug op maandag 16 maart', '2026-03-16'],
    ['Back on\n12 March', '2026-03-12'],
    ['I am currently out of the office and will return on Thursday, March 12th.', '2026-03-12'],
    ['I will be out of the office from March 2 through March 11 and will return March 12.', '2026-03-12'],
    ['I will be out of the office starting  02.03.2026 and will not return until 12.03.2026.', '2026-03-12'],
    ['I’m on annual leave returning 12/03/2026.', '2026-03-12'],
    ["I'm on vacation until the 12th of March", '2026-03-12'],
    ['I am on leave and back on the 12th.', '2026-03-12'],
    ['I will be back in the office tomorrow.', '2026-03-03'],
    ['I return to the office on Monday 3/16', '2026-03-16'],
    ['I am out of office from 03/02/2026 to 03/13/2026', '2026-03-13'],
    ['Thank you for your email. I am away from my desk and will be back Thursday 12 March at 9am.', '2026-03-12'],
    ['My return: 12-Mar-2026', '2026-03-12'],
    ['Ich bin vom 02.03.2026 bis einschließlich 11.03.2026 im Urlaub.', '2026-03-11'],
    ['Ab dem 12. März bin ich wieder erreichbar.', '2026-03-12'],
    ['Ab Donnerstag, 12.03.2026 bin ich wieder für Sie da.', '2026-03-12'],
    ['Am 12.03.2026 bin ich wieder im Büro.', '2026-03-12'],
    ['Ich bin erst am 12. März wieder im Hause.', '2026-03-12'],
    ['Ich bin bis zum 11.3. nicht erreichbar', '2026-03-11'],
    ['Ich kehre am 12. März zurück.', '2026-03-12'],
    ['Estaré fuera hasta el jueves 12 de marzo inclusive.', '2026-03-12'],
    ['Me reincorporo el 12 de marzo.', '2026-03-12'],
    ['Me reincorporaré el día 12/03/2026', '2026-03-12'],
    ['Estaré de regreso el 12 de marzo', '2026-03-12'],
    ['Del 2 de marzo al 11 de marzo estaré de vacaciones', '2026-03-11'],
    ['Regresaré a la oficina el 12 de marzo', '2026-03-12'],
    ['Je suis en congés jusqu’au mercredi 11 mars 2026 inclus.', '2026-03-11'],
    ['Je serai de retour au bureau le jeudi 12 mars.', '2026-03-12'],
    ['Je suis absente du 2 mars au 11 mars.', '2026-03-11'],
    ['De retour le 12/03/2026', '2026-03-12'],
    ['Estarei ausente de 2 de março a 11 de março.', '2026-03-11'],
    ['Estarei de férias até 11/03', '2026-03-11'],
    ['Retorno dia 12/03.', '2026-03-12'],
    ['Sarò assente dal 2 all’11 marzo', '2026-03-11'],
    ['Tornerò in ufficio il 12 marzo 2026', '2026-03-12'],
    ['Sarò assente fino all’11 marzo compreso', '2026-03-11'],
    ['Ik ben met vakantie van 2 maart tot 12 maart.', '2026-03-12'],
    ['Vanaf 12 maart ben ik weer bereikbaar.', '2026-03-12'],
    ['Jag är tillbaka den 12 mars.', '2026-03-12'],
    ['Jag är på semester till och med 11 mars.', '2026-03-11'],
    ['Jag har semester fram till 12/3', '2026-03-12'],
    ['Jeg er tilbage den 12. marts.', '2026-03-12'],
    ['Jeg er tilbake 12. mars', '2026-03-12'],
    ['Jeg har ferie til og med 11. mars', '2026-03-11'],
    ['Olen lomalla 11.3. asti. Palaan 12.3.2026.', '2026-03-12'],
    ['Jestem na urlopie do 11 marca 2026.', '2026-03-11'],
    ['Wracam 12.03.2026', '2026-03-12'],
    ['Będę nieobecny do 11.03', '2026-03-11'],
    ['Я в отпуске до 12 марта.', '2026-03-12'],
    ['Вернусь 12 марта', '2026-03-12'],
    ['Буду на работе с 12.03.2026', '2026-03-12'],
    ['Я у відпустці до 12 березня', '2026-03-12'],
    ['Jsem na dovolené do 11. března 2026.', '2026-03-11'],
    ['Vrátím se 12.3.2026', '2026-03-12'],
    ['12 Mart tarihine kadar izinliyim.', '2026-03-12'],
    ['12.03.2026 tarihinde ofiste olacağım', '2026-03-12'],
    ['3月12日まで不在にしております。', '2026-03-12'],
    ['3月12日(木)より出社いたします。', '2026-03-12'],
    ['2026年3月2日から3月11日まで休暇をいただいております。', '2026-03-11'],
    ['我休假至3月12日。', '2026-03-12'],
    ['我将于2026年3月12日返回办公室', '2026-03-12'],
    ['3월 12일까지 휴가입니다', '2026-03-12'],
    ['मैं 12 मार्च तक छुट्टी पर हूँ', '2026-03-12'],
    ['أنا في إجازة حتى 12 مارس', '2026-03-12'],
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
    ['a fair, and a call that is returned', 'Our fair is on 12 March, we will return your call soon.'],
    ['an offer', 'The offer ends 12 March. I am away.'],
    ['a telephone number', 'Please call me back on +49 12 345 678'],
    ['a call', 'Ich rufe am 12. März an'],
    ['a price', 'Prices valid until we meet'],
    ['a while from now', 'Il sera de retour dans 3 jours'],
    ['nothing', ''],
  ])('not %s', (_, text) => {
    expect(read(text)).toBeNull();
  });

  test('A14: 1 MB of such words takes no time', () => {
    const start = performance.now();
    for (const words of [
      'until ',
      'back on the ',
      'from 1 ',
      'vom 2 bis ',
      '1 ',
      'the next ',
      '1 2 3 4 zurück ',
      '12 bin ich ',
      '12 kadar ',
      '3月12日まで',
      'from 1 to ',
      'back the 1st of ',
    ])
      returnDate(words.repeat(1_000_000 / words.length), sent);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
