import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';

/** Attribution lines as mail programs write them, each with the program and the language of its window. */
const lines: readonly (readonly [string, string])[] = [
  ['Gmail, en', 'On Mon, Mar 2, 2026 at 10:05 AM Jane Roe <jane@globex.example> wrote:'],
  ['Gmail, en-GB', 'On Mon, 2 Mar 2026 at 10:05, Jane Roe <jane@globex.example> wrote:'],
  ['Gmail app, en', 'On Mon, 2 Mar 2026, 10:05 am Jane Roe, <jane@globex.example> wrote:'],
  ['Gmail of old, en', '2026-03-02 10:05 GMT+01:00 Jane Roe <jane@globex.example>:'],
  ['Gmail, de', 'Am Mo., 2. März 2026 um 10:05 Uhr schrieb Jane Roe <jane@globex.example>:'],
  ['Gmail of late, de', 'Jane Roe <jane@globex.example> schrieb am Mo., 2. März 2026, 10:05:'],
  ['Gmail, fr', 'Le lun. 2 mars 2026 à 10:05, Jane Roe <jane@globex.example> a écrit :'],
  ['Gmail, es', 'El lun, 2 mar 2026 a las 10:05, Jane Roe (<jane@globex.example>) escribió:'],
  ['Gmail, es-MX', 'El lun, 2 de mar de 2026, 10:05 a. m., Jane Roe <jane@globex.example> escribió:'],
  ['Gmail, pt-BR', 'Em seg., 2 de mar. de 2026 às 10:05, Jane Roe <jane@globex.example> escreveu:'],
  ['Gmail, pt-PT', 'Jane Roe <jane@globex.example> escreveu (segunda, 2/03/2026 à(s) 10:05):'],
  ['Gmail, it', 'Il giorno lun 2 mar 2026 alle ore 10:05 Jane Roe <jane@globex.example> ha scritto:'],
  ['Gmail app, it', 'Il lun 2 mar 2026, 10:05 Jane Roe <jane@globex.example> ha scritto:'],
  ['Gmail, nl', 'Op ma 2 mrt 2026 om 10:05 schreef Jane Roe <jane@globex.example>:'],
  ['Gmail, sv', 'Den mån 2 mars 2026 kl 10:05 skrev Jane Roe <jane@globex.example>:'],
  ['Gmail, da', 'Den man. 2. mar. 2026 kl. 10.05 skrev Jane Roe <jane@globex.example>:'],
  ['Gmail, no', 'man. 2. mar. 2026 kl. 10:05 skrev Jane Roe <jane@globex.example>:'],
  ['Gmail, fi', 'ma 2. maalisk. 2026 klo 10.05 Jane Roe (jane@globex.example) kirjoitti:'],
  ['Gmail, pl', 'pon., 2 mar 2026 o 10:05 Jane Roe <jane@globex.example> napisał(a):'],
  ['Gmail, cs', 'po 2. 3. 2026 v 10:05 odesílatel Jane Roe <jane@globex.example> napsal:'],
  ['Gmail, sk', 'po 2. 3. 2026 o 10:05 Jane Roe <jane@globex.example> napísal(a):'],
  ['Gmail, hu', 'Jane Roe <jane@globex.example> ezt írta (időpont: 2026. márc. 2., H, 10:05):'],
  ['Gmail, ro', 'În lun., 2 mar. 2026 la 10:05, Jane Roe <jane@globex.example> a scris:'],
  ['Gmail, ru', 'пн, 2 мар. 2026 г. в 10:05, Jane Roe <jane@globex.example>:'],
  ['Gmail of old, ru', '2 марта 2026 г., 10:05 пользователь Jane Roe <jane@globex.example> написал:'],
  ['Gmail, uk', 'пн, 2 бер. 2026 р. о 10:05 Jane Roe <jane@globex.example> пише:'],
  ['Gmail, bg', 'На пн, 2.03.2026 г. в 10:05 Jane Roe <jane@globex.example> написа:'],
  ['Gmail, hr', 'pon, 2. ožu 2026. u 10:05 Jane Roe <jane@globex.example> napisao je:'],
  ['Gmail, el', 'Στις Δευ 2 Μαρ 2026 στις 10:05 π.μ., ο χρήστης Jane Roe <jane@globex.example> έγραψε:'],
  ['Gmail, tr', 'Jane Roe <jane@globex.example>, 2 Mar 2026 Pzt, 10:05 tarihinde şunu yazdı:'],
  ['Gmail, ja', '2026年3月2日(月) 10:05 Jane Roe <jane@globex.example>:'],
  ['Gmail of old, ja', '2026年3月2日 10:05 Jane Roe <jane@globex.example>:'],
  ['Gmail of old, ja', '2026/03/02 10:05 "Jane Roe" <jane@globex.example>:'],
  ['Gmail, ko', '2026년 3월 2일 (월) 오전 10:05, Jane Roe <jane@globex.example>님이 작성:'],
  ['Gmail, zh-CN', 'Jane Roe <jane@globex.example> 于2026年3月2日周一 10:05写道：'],
  ['Gmail, zh-TW', 'Jane Roe <jane@globex.example> 於 2026年3月2日 週一 上午10:05寫道：'],
  ['Gmail, hi', 'सोम, 2 मार्च 2026 को 10:05 am बजे को Jane Roe <jane@globex.example> ने लिखा:'],
  ['Gmail, hi', 'सोम, 2 मार्च 2026 को 10:05 पर Jane Roe <jane@globex.example> ने लिखा:'],
  ['Gmail, hi, own digits', 'सोम, २ मार्च २०२६ को १०:०५ बजे Jane Roe <jane@globex.example> ने लिखा:'],
  ['Gmail, ar', 'في الاثنين، 2 مارس 2026 في 10:05 ص تمت كتابة ما يلي بواسطة Jane Roe <jane@globex.example>:'],
  ['Gmail app, ar', 'في الاثنين، ٢ مارس ٢٠٢٦, ١٠:٠٥ ص Jane Roe <jane@globex.example> كتب:'],
  ['Gmail, fa', 'در تاریخ دوشنبه ۲ مارس ۲۰۲۶، ۱۰:۰۵ Jane Roe <jane@globex.example> نوشت:'],
  [
    'Gmail, he',
    '\u202bבתאריך יום ב׳, 2 במרץ 2026 ב-10:05 מאת \u202aJane Roe\u202c\u200f <\u202ajane@globex.example\u202c\u200f>:\u202c',
  ],
  ['Gmail, vi', 'Vào Th 2, 2 thg 3, 2026 vào lúc 10:05 Jane Roe <jane@globex.example> đã viết:'],
  ['Gmail, id', 'Pada tanggal Sen, 2 Mar 2026 pukul 10.05 Jane Roe <jane@globex.example> menulis:'],
  ['Gmail, th', 'ในวันที่ จ. 2 มี.ค. 2026 เวลา 10:05 Jane Roe <jane@globex.example> เขียนว่า:'],
  ['Gmail, ca', 'Missatge de Jane Roe <jane@globex.example> del dia dl., 2 de març 2026 a les 10:05:'],
  ['Apple Mail, en', 'On 2 Mar 2026, at 10:05, Jane Roe <jane@globex.example> wrote:'],
  ['Apple Mail, en-US', 'On Mar 2, 2026, at 10:05\u202fAM, Jane Roe <jane@globex.example> wrote:'],
  ['iPhone, without a year', 'On Mar 2, at 10:05 AM, Jane Roe <jane@globex.example> wrote:'],
  ['Apple Mail, de', 'Am 02.03.2026 um 10:05 schrieb Jane Roe <jane@globex.example>:'],
  ['Apple Mail, fr', 'Le 2 mars 2026 à 10:05, Jane Roe <jane@globex.example> a écrit :'],
  ['Apple Mail, es', 'El 2 mar 2026, a las 10:05, Jane Roe <jane@globex.example> escribió:'],
  ['Apple Mail, pt', 'No dia 02/03/2026, às 10:05, Jane Roe <jane@globex.example> escreveu:'],
  ['Apple Mail, pt-BR', 'Em 2 de mar. de 2026, à(s) 10:05, Jane Roe <jane@globex.example> escreveu:'],
  ['Apple Mail, it', 'Il giorno 2 mar 2026, alle ore 10:05, Jane Roe <jane@globex.example> ha scritto:'],
  ['Apple Mail, nl', 'Op 2 mrt 2026, om 10:05 heeft Jane Roe <jane@globex.example> het volgende geschreven:'],
  ['Apple Mail, sv', '2 mars 2026 kl. 10:05 skrev Jane Roe <jane@globex.example>:'],
  ['Apple Mail, da', 'Den 2. mar. 2026 kl. 10.05 skrev Jane Roe <jane@globex.example>:'],
  ['Apple Mail, fi', 'Jane Roe <jane@globex.example> kirjoitti 2.3.2026 kello 10.05:'],
  ['Apple Mail, pl', 'Wiadomość napisana przez Jane Roe <jane@globex.example> w dniu 02.03.2026, o godz. 10:05:'],
  ['Apple Mail, cs', '2. 3. 2026 v 10:05, Jane Roe <jane@globex.example>:'],
  ['Apple Mail, ru', '2 марта 2026 г., в 10:05, Jane Roe <jane@globex.example> написал(а):'],
  ['Apple Mail, tr', 'Jane Roe <jane@globex.example> şunları yazdı (2 Mar 2026 10:05):'],
  ['Apple Mail, tr, date first', '2 Mar 2026 tarihinde 10:05 saatinde, Jane Roe <jane@globex.example> şunları yazdı:'],
  ['Apple Mail, ja', '2026/03/02 10:05、Jane Roe <jane@globex.example>のメール:'],
  ['Apple Mail, zh-CN', '在 2026年3月2日，10:05，Jane Roe <jane@globex.example> 写道：'],
  ['Apple Mail, zh-CN', '2026年3月2日 10:05，Jane Roe <jane@globex.example> 写道：'],
  ['Apple Mail, zh-TW', 'Jane Roe <jane@globex.example> 於 2026年3月2日 上午10:05 寫道：'],
  ['Apple Mail, ko', '2026. 3. 2. 오전 10:05, Jane Roe <jane@globex.example> 작성:'],
  ['Apple Mail, ar', 'في ٢ مارس ٢٠٢٦، الساعة ١٠:٠٥ ص، كتب Jane Roe <jane@globex.example>:'],
  ['Apple Mail, hi', '2 मार्च 2026 को 10:05 बजे Jane Roe <jane@globex.example> ने लिखा:'],
  ['Thunderbird, en', 'On 3/2/26 10:05, Jane Roe wrote:'],
  ['Thunderbird, en-GB', 'On 02/03/2026 10:05, Jane Roe wrote:'],
  ['Thunderbird, en-US', 'On 3/2/2026 10:05 AM, Jane Roe wrote:'],
  ['Thunderbird, de', 'Am 02.03.26 um 10:05 schrieb Jane Roe:'],
  ['Thunderbird, fr', 'Le 02/03/2026 à 10:05, Jane Roe a écrit\u00a0:'],
  ['Thunderbird, es', 'El 2/3/26 a las 10:05, Jane Roe escribió:'],
  ['Thunderbird, pt', 'Em 02/03/2026 10:05, Jane Roe escreveu:'],
  ['Thunderbird, it', 'Il 02/03/2026 10:05, Jane Roe ha scritto:'],
  ['Thunderbird, nl', 'Op 02-03-2026 om 10:05 schreef Jane Roe:'],
  ['Thunderbird, sv', 'Den 2026-03-02 kl. 10:05, skrev Jane Roe:'],
  ['Thunderbird, da', 'Den 02-03-2026 kl. 10:05 skrev Jane Roe:'],
  ['Thunderbird, no', 'Den 02.03.2026 10:05, skrev Jane Roe:'],
  ['Thunderbird, fi', 'Jane Roe kirjoitti 2.3.2026 klo 10.05:'],
  ['Thunderbird, pl', 'W dniu 2.03.2026 o 10:05, Jane Roe pisze:'],
  ['Thunderbird, cs', 'Dne 02. 03. 26 v 10:05 Jane Roe napsal(a):'],
  ['Thunderbird, hu', '2026. 03. 02. 10:05 keltezéssel, Jane Roe írta:'],
  ['Thunderbird, ru', '02.03.2026 10:05, Jane Roe пишет:'],
  ['Thunderbird, uk', '02.03.26 10:05, Jane Roe пише:'],
  ['Thunderbird, tr', '2.03.2026 10:05 tarihinde Jane Roe yazdı:'],
  ['Thunderbird, ja', 'On 2026/03/02 10:05, Jane Roe wrote:'],
  ['Thunderbird, zh', '在 2026/3/2 10:05, Jane Roe 写道:'],
  ['Thunderbird, el', 'Στις 2/3/2026 10:05, ο/η Jane Roe έγραψε:'],
  ['Yahoo, en', 'On Monday, March 2, 2026, 10:05:30 AM GMT+1, Jane Roe <jane@globex.example> wrote:'],
  ['Yahoo, de', 'Am Montag, 2. März 2026 um 10:05:30 MEZ hat Jane Roe <jane@globex.example> Folgendes geschrieben:'],
  ['Yahoo, fr', 'Le lundi 2 mars 2026 à 10:05:30 UTC+1, Jane Roe <jane@globex.example> a écrit :'],
  ['Yahoo, es', 'El lunes, 2 de marzo de 2026, 10:05:30 CET, Jane Roe <jane@globex.example> escribió:'],
  ['Yahoo, pt-BR', 'Em segunda-feira, 2 de março de 2026 às 10:05:30 BRT, Jane Roe <jane@globex.example> escreveu:'],
  ['Yahoo, it', 'Il lunedì 2 marzo 2026 alle ore 10:05:30 CET, Jane Roe <jane@globex.example> ha scritto:'],
  ['Yahoo, pl', 'W dniu poniedziałek, 2 marca 2026 10:05:30 CET użytkownik Jane Roe <jane@globex.example> napisał:'],
  ['Yahoo, tr', '2 Mart 2026 Pazartesi 10:05:30 GMT+3 tarihinde, Jane Roe <jane@globex.example> şunu yazdı:'],
  ['Yahoo, ja', '2026年3月2日月曜日 10:05:30 JST、Jane Roe<jane@globex.example>さんは書きました:'],
  ['Yahoo, zh', '在 2026年3月2日星期一 下午10:05:30 [GMT+8]， Jane Roe<jane@globex.example> 写道：'],
  ['Outlook for Mac, da', 'Den 28/10/2026 12.46 skrev "Jane Roe" <jane@globex.example>:'],
  ['Outlook for Mac, no', 'Jane Roe <jane@globex.example> skrev følgende den 28/10/2026 12:46:'],
  ['Outlook for Mac, sv', 'Den 2026-10-28 12:46 skrev "Jane Roe" <jane@globex.example> följande:'],
  ['Outlook for Mac, hu', '28/10/2026 12:46 időpontban Jane Roe (jane@globex.example) ezt írta:'],
  ['Outlook for Mac, sk', '28/10/2026 12:46 používateľ Jane Roe (<jane@globex.example>) napísal:'],
  ['Outlook for Mac, fr', 'Le 28/10/2026 12:46, « Jane Roe » <jane@globex.example> a écrit :'],
  ['Outlook for Mac, pl', 'Dnia 28/10/2026 12:46 „Jane Roe” <jane@globex.example> napisał:'],
  ['Outlook for Mac, tr', '"Jane Roe" <jane@globex.example>, 28/10/2026 12:46 tarihinde şunu yazdı:'],
  ['Zoho, en', '---- On Mon, 02 Mar 2026 10:05:30 +0100 Jane Roe <jane@globex.example> wrote ----'],
  ['Zoho, es', '---- El lun., 02 mar. 2026 10:05:30 +0100 Jane Roe <jane@globex.example> escribió ----'],
  ['Zoho, de', '---- Am Mo, 02 Mär 2026 10:05:30 +0100 Jane Roe <jane@globex.example> schrieb ----'],
  ['Proton, en', 'On Monday, March 2nd, 2026 at 10:05 AM, Jane Roe <jane@globex.example> wrote:'],
  ['Proton, de', 'Am Montag, 2. März 2026 um 10:05, schrieb Jane Roe <jane@globex.example>:'],
  ['Proton, fr', 'Le lundi 2 mars 2026 à 10:05, Jane Roe <jane@globex.example> a écrit :'],
  ['Tutanota, en', 'Mar 2, 2026, 10:05 by jane@globex.example:'],
  ['Tutanota, de', '02. März 2026, 10:05 von jane@globex.example:'],
  ['K-9, de', 'Am 2. März 2026 10:05:30 MEZ schrieb Jane Roe <jane@globex.example>:'],
  ['Spark', 'On 2 Mar 2026, 10:05 +0100, Jane Roe <jane@globex.example>, wrote:'],
  ['Airmail, Front', 'On March 2, 2026 at 10:05:00, Jane Roe (jane@globex.example) wrote:'],
  ['HEY', 'On March 2, 2026, Jane Roe <jane@globex.example> wrote:'],
  ['Fastmail', 'On Mon, 2 Mar 2026, at 10:05 AM, Jane Roe wrote:'],
  ['Superhuman', 'On Mon, Mar 02, 2026 at 10:05 AM, Jane Roe < jane@globex.example > wrote:'],
  ['Mailbird', 'On 3/2/2026 10:05:30 AM, Jane Roe <jane@globex.example> wrote:'],
  ['Mail.ru', 'Понедельник, 2 марта 2026, 10:05 +03:00 от Jane Roe <jane@globex.example>:'],
  ['Yandex', '02.03.2026, 10:05, "Jane Roe" <jane@globex.example>:'],
  ['Yandex, without brackets', '02.03.2026, 10:05, "Jane Roe" jane@globex.example:'],
  ['163, zh', '在 2026-03-02 10:05:30，"Jane Roe" <jane@globex.example> 写道：'],
  ['163, en', 'At 2026-03-02 10:05:30, "Jane Roe" <jane@globex.example> wrote:'],
  ['Roundcube, en', 'On 2026-03-02 10:05, Jane Roe wrote:'],
  ['Roundcube, de', 'Am 2026-03-02 10:05, schrieb Jane Roe:'],
  ['Horde, en', 'Quoting Jane Roe <jane@globex.example>:'],
  ['Horde, de', 'Zitat von Jane Roe <jane@globex.example>:'],
  ['Horde, nl', 'Citeren Jane Roe <jane@globex.example>:'],
  ['SOGo, de', 'Am Montag, 02. März 2026 10:05 CET, schrieb Jane Roe <jane@globex.example>:'],
  ['Notes, en', '"Jane Roe" <jane@globex.example> wrote on 03/02/2026 10:05:30 AM:'],
  ['Notes, de', 'Jane Roe <jane@globex.example> schrieb am 02.03.2026 10:05:30:'],
  ['Notes, one line', 'Jane Roe---03/02/2026 10:05:30 AM---The printer is on fire again'],
  ['Libero', 'Il 02/03/2026 10:05 Jane Roe <jane@globex.example> ha scritto:'],
  ['mutt', 'On Mon, Mar 02, 2026 at 10:05:30AM +0100, Jane Roe wrote:'],
  ['Evolution', 'On Mon, 2026-03-02 at 10:05 +0100, Jane Roe wrote:'],
  ['KMail', 'Am Montag, 2. März 2026, 10:05:30 schrieb Jane Roe:'],
  ['Gnus', 'Jane Roe <jane@globex.example> writes:'],
  ['Google Groups', 'On Monday, March 2, 2026 at 10:05:30 AM UTC+1 Jane Roe wrote:'],
];

const sure = lines.filter(([client]) => !/Horde|Gnus/.test(client));

describe('attribution lines', () => {
  test.each(lines)('%s, above marked lines: %s', (_, line) => {
    expect(visibleText(`Works now.\n\n${line}\n\n> Does it work?\n>\n> Rick`)).toBe('Works now.');
  });

  test.each(lines)('%s, within the answer: %s', (_, line) => {
    expect(visibleText(`Works now.\n\n${line}\n> First?\n\nYes.\n\n> Second?\n\nNo.`)).toBe('Works now.\n\nYes.\n\nNo.');
  });

  test.each(lines)('%s, above the answer: %s', (_, line) => {
    expect(visibleText(`${line}\n\n> Does it work?\n>\n> Rick\n\nWorks now.`)).toBe('Works now.');
  });

  test.each(sure)('%s, above lines without marks: %s', (_, line) => {
    expect(visibleText(`Works now.\n\n${line}\n\nDoes it work?\n\nRick`)).toBe('Works now.');
    expect(visibleText(`Works now.\n\n${line}\n    Does it work?\n\n    Rick`)).toBe('Works now.');
  });

  // Programs break at 72 to 78 characters, at a blank.
  test.each(sure.filter(([client, line]) => line.length > 48 && client !== 'Notes, one line'))(
    '%s, over two and three lines: %s',
    (_, line) => {
      for (const width of [60, 45, 36]) {
        const broken = broke(line, width);
        expect(visibleText(`Works now.\n\n${broken}\n\n> Does it work?\n> Rick`), broken).toBe('Works now.');
        expect(visibleText(`Works now.\n\n${broken}\n\nDoes it work?\n\nRick`), broken).toBe('Works now.');
      }
    },
  );
});

function broke(line: string, width: number): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

describe('a sentence of their own is no attribution', () => {
  test.each([
    'On Monday he wrote:\nthe printer is broken.\n\nIt is not.',
    'As I wrote on 2 March 2026 at 10:05: it is broken.',
    'On 2 March 2026 he wrote:\n\nthe printer is broken.\n\nIt is not.',
    'In 2026 he wrote:\nnothing at all',
    'Am Montag schrieb er:\nder Drucker ist kaputt.',
    'El lunes Jane escribió:\nla impresora no funciona.',
    'Le 2 mars il a écrit :\nça ne marche pas.',
    'I sent you a mail on 2 March 2026, please see what I wrote:\n\n1. one\n2. two',
    'The log says on 2026-03-02 10:05:30:\n\nERROR out of paper',
    'Meeting on 2 March 2026 at 10:05:\n\n- printer\n- coffee',
    'Please write to jane@globex.example:\nshe knows.',
    'Contact: jane@globex.example\nPhone: 12',
    'At 10:05 on 02.03.2026 the server wrote this into its log:\n\nERROR\n\nWhat now?',
    '2026-03-02 10:05:\n- backup started\n\n2026-03-02 11:05:\n- backup failed',
    'Your colleague (jane@globex.example) wrote:\n\nTry again.\n\nI did.',
    'Termin am 02.03.2026 um 10:05 Uhr:\nbitte kommen',
    '2026年3月2日 10:05:\nサーバーが停止しました',
    'Er schrieb mir am 02.03.2026:\n\nGeht nicht.\n\nWas tun?',
  ])('%s', (text) => {
    expect(visibleText(text)).toBe(text);
    expect(visibleText(`Hello,\n\n${text}`)).toBe(`Hello,\n\n${text}`);
  });
});
