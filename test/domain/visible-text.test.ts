import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';

describe('attribution lines', () => {
  const lines = [
    'On Mon, Mar 2, 2026 at 10:00 AM Jane Doe <jane@globex.example> wrote:',
    'On 2 Mar 2026, at 10:00, Jane Doe <jane@globex.example> wrote:',
    'On Mon, Mar 2, 2026 at 10:00 AM Jane Doe\n<jane@globex.example> wrote:',
    'On Mon, Mar 2, 2026 at 10:00 AM Jane Doe <\njane@globex.example> wrote:',
    '2026-03-02 10:00 GMT+01:00 Jane Doe <jane@globex.example>:',
    'El lun, 2 mar 2026 a las 10:00, Jane Doe (<jane@globex.example>) escribió:',
    'El 2 de marzo de 2026, 10:00, Jane Doe <jane@globex.example> escribió:',
    'Am Mo., 2. März 2026 um 10:00 Uhr schrieb Jane Doe <jane@globex.example>:',
    'Am 02.03.2026 um 10:00 schrieb Jane Doe:',
    'Le lun. 2 mars 2026 à 10:00, Jane Doe <jane@globex.example> a écrit :',
    'Em seg., 2 de mar. de 2026 às 10:00, Jane Doe <jane@globex.example> escreveu:',
    'Il giorno lun 2 mar 2026 alle ore 10:00 Jane Doe <jane@globex.example> ha scritto:',
    'Op ma 2 mrt 2026 om 10:00 schreef Jane Doe <jane@globex.example>:',
    'Den mån 2 mars 2026 kl 10:00 skrev Jane Doe <jane@globex.example>:',
    'pon., 2 mar 2026 o 10:00 Jane Doe <jane@globex.example> napisał(a):',
    'W dniu 02.03.2026 o 10:00, Jane Doe pisze:',
    'пн, 2 мар. 2026 г. в 10:00, Jane Doe <jane@globex.example>:',
    '2 марта 2026 г., 10:00, Jane Doe <jane@globex.example> написал(а):',
    'Jane Doe <jane@globex.example>, 2 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:',
    '2026年3月2日(月) 10:00 Jane Doe <jane@globex.example>:',
    'Jane Doe <jane@globex.example> 于2026年3月2日周一 10:00写道：',
    'सोम, 2 मार्च 2026 को 10:00 पर Jane Doe <jane@globex.example> ने लिखा:',
    'في الاثنين، 2 مارس 2026 10:00 Jane Doe <jane@globex.example> كتب:',
    '---- Jane Doe wrote ----',
  ];
  test.each(lines)('%s', (line) => {
    expect(visibleText(`Works now.\n\n${line}\n\n> Does it work?\n>\n> Rick`)).toBe('Works now.');
  });
  test.each(lines.slice(0, -1))('behind it unmarked history: %s', (line) => {
    expect(visibleText(`Works now.\n\n${line}\n\nDoes it work?\n\nRick`)).toBe('Works now.');
  });
});

describe('copied headers', () => {
  const blocks = [
    'From: Jane Doe <jane@globex.example>\nSent: Monday, March 2, 2026 10:00 AM\nTo: Support\nSubject: Printer',
    '*From:* Jane Doe\n*Sent:* Monday\n*To:* Support\n*Subject:* Printer',
    'Von: Jane Doe <jane@globex.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: Support\nBetreff: Drucker',
    'De: Jane Doe <jane@globex.example>\nEnviado el: lunes, 2 de marzo de 2026 10:00\nPara: Support\nAsunto: Impresora',
    'De : Jane Doe <jane@globex.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Support\nObjet : Imprimante',
    'De: Jane Doe\nEnviada em: segunda-feira, 2 de março de 2026\nPara: Support\nAssunto: Impressora',
    'Da: Jane Doe\nInviato: lunedì 2 marzo 2026 10:00\nA: Support\nOggetto: Stampante',
    'Van: Jane Doe\nVerzonden: maandag 2 maart 2026\nAan: Support\nOnderwerp: Printer',
    'Från: Jane Doe\nSkickat: den 2 mars 2026 10:00\nTill: Support\nÄmne: Skrivare',
    'Od: Jane Doe\nWysłano: 2 marca 2026\nDo: Support\nTemat: Drukarka',
    'От: Jane Doe\nОтправлено: 2 марта 2026 г.\nКому: Support\nТема: Принтер',
    'Kimden: Jane Doe\nGönderildi: 2 Mart 2026\nKime: Support\nKonu: Yazıcı',
    '差出人: Jane Doe\n送信日時: 2026年3月2日\n宛先: Support\n件名: プリンター',
    '发件人: Jane Doe\n发送时间: 2026年3月2日\n收件人: Support\n主题: 打印机',
    'प्रेषक: Jane Doe\nदिनांक: 2 मार्च 2026\nविषय: प्रिंटर',
    'من: Jane Doe\nالتاريخ: 2 مارس 2026\nإلى: Support\nالموضوع: الطابعة',
  ];
  test.each(blocks)('%s', (block) => {
    expect(visibleText(`Works now.\n\n${block}\n\nDoes it work?`)).toBe('Works now.');
    expect(visibleText(`Works now.\n\n________________________________\n${block}\n\nDoes it work?`)).toBe('Works now.');
    expect(visibleText(`Works now.\n\n-----Any Words Here-----\n${block}\n\nDoes it work?`)).toBe('Works now.');
  });

  test.each([
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    '-----Mensaje original-----',
    "-----Message d'origine-----",
    '------------------ 原始邮件 ------------------',
  ])('%s', (line) => {
    expect(visibleText(`Works now.\n\n${line}\n\nDoes it work?`)).toBe('Works now.');
  });

  test.each([
    'To: the printer on floor 3\nI say no.',
    'Note: from here on it fails.',
    'Date: next Monday',
    'From: my point of view it is fine.\nWe go on.',
  ])('a sentence with a colon is none: %s', (text) => {
    expect(visibleText(`Hello\n\n${text}`)).toBe(`Hello\n\n${text}`);
  });
});

describe('answers', () => {
  test('between quoted lines stay, in order', () => {
    const text = 'Hi,\nOn Mon, Mar 2, 2026 at 10:00 AM Jane <j@x.example> wrote:\n> First?\n\nYes.\n\n> Second?\n\nNo.\n';
    expect(visibleText(text)).toBe('Hi,\n\nYes.\n\nNo.');
  });

  test('below a marked quotation stay', () => {
    expect(visibleText('On 04/19/2026 07:10 AM, Jane wrote:\n\n> Test\n\nAnswer')).toBe('Answer');
  });

  test('on the same line as the attribution stay', () => {
    expect(visibleText('Sure. On Wed, Apr 4, 2026 at 3:59 PM, bob@example.com wrote:\n> Hi')).toBe('Sure.');
  });

  test('a forwarded mail is what the mail is about', () => {
    const text =
      'FYI\n\n---------- Forwarded message ---------\nFrom: Bob <b@x.example>\nDate: Mon\nSubject: x\n\nText\n\n--\nBob';
    expect(visibleText(text)).toBe(text);
  });

  test('a mail that begins with a copied header is shown whole', () => {
    const text = 'From: Bob <b@x.example>\nSent: Monday\nTo: us\n\nText';
    expect(visibleText(text)).toBe(text);
  });

  test.each([
    '> a\n> b',
    'On Mon, Mar 2, 2026 at 10:00 AM Jane <j@x.example> wrote:\n> a\n> b',
    'From: Bob <b@x.example>\nSent: Monday\nTo: us\n\nText',
    '> Begin forwarded message:\n>\n> From: Bob <b@x.example>\n> Subject: x\n>\n> Text',
    '--\nJane',
  ])('a mail that is nothing but history is shown whole: %s', (text) => {
    expect(visibleText(text)).toBe(text);
  });

  test('above a signature and below a quotation stay', () => {
    const text =
      'Hi,\n\nsee below.\n-- \nJane\n\nOn Mon, Mar 2, 2026 at 10:00 AM Bob <b@x.example> wrote:\n> First?\n\nYes.\n\n> Second?';
    expect(visibleText(text)).toBe('Hi,\n\nsee below.\n\nYes.');
  });

  test('a difference of two files is no quotation', () => {
    const text = 'I changed:\n\n3,4c3,4\n< old\n< older\n---\n> new\n> newer\n\nNow it works.';
    expect(visibleText(text)).toBe(text);
  });

  test('what a subject says is passed on is shown, whatever its header looks like', () => {
    const text = 'See below.\n\nFrom: Bob <b@x.example>\nSent: Monday\nTo: us\nSubject: Printer\n\nText';
    expect(visibleText(text, true)).toBe(text);
    expect(visibleText(text)).toBe('See below.');
  });

  const kept = [
    'On your remote host you can run:\n\n    telnet 127.0.0.1\n\nThen tell me.',
    'See https://example.com/on-date-someone-wrote: it is nice.',
    'The mail was sent from my iPhone app to all users.',
    '>>> here <<<',
    '## Points\n----\n\n1. one\n\n----\nend',
    'Please call\nJane:\n+49 30 123456',
    'In 2026 he wrote:\nnothing at all',
  ];
  test.each(kept)('nothing to leave out: %s', (text) => {
    expect(visibleText(text)).toBe(text);
  });
});

describe('signatures and footers', () => {
  const footers = [
    '-- \nJane Doe\nGlobex',
    '--\nJane Doe',
    'Sent from my iPhone',
    'Sent from Outlook for iOS<https://aka.ms/o0ukef>',
    'Get Outlook for Android',
    'Sent from Yahoo Mail on Android',
    'Enviado desde mi iPhone',
    'Von meinem iPhone gesendet',
    'Gesendet mit der GMX Mail App',
    'Envoyé de mon iPhone',
    'Enviado do meu iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Skickat från min iPhone',
    'Wysłane z iPhone’a',
    'Отправлено с iPhone',
    "iPhone'umdan gönderildi",
    'iPhoneから送信',
    '发自我的iPhone',
    'मेरे iPhone से भेजा गया',
    'أُرسلت من الـ iPhone',
    'Gina Roe\ngina@example.com\n(555) 346-9947\nwww.example.com',
    'This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the addressee, delete it.',
    'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, vernichten Sie bitte diese Nachricht.',
    'Please consider the environment before printing this e-mail.',
  ];
  test.each(footers)('%s', (footer) => {
    expect(visibleText(`Works now.\n\n${footer}\n`)).toBe('Works now.');
  });

  test('a closing and its name stay, what is below them goes', () => {
    const text = 'Works now.\n\nBest regards,\nJane Doe\nHead of Things\nPhone: +1 555 123 4567\nwww.globex.example';
    expect(visibleText(text)).toBe('Works now.\n\nBest regards,\nJane Doe');
  });
});

describe('laws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '> ',
      'On ',
      'wrote:',
      '-- ',
      '\n',
      '\n\n',
      'From: ',
      'Sent: ',
      'a@b.example',
      '10:00',
      '2 Mar 2026',
      '_____',
      '-----Original Message-----',
      'Hello',
      ' ',
      '<',
      '>',
      'Best regards,',
    ),
    fc.string({ maxLength: 20 }),
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('every visible line begins a line of the text, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = text.split(/\r?\n/);
        let at = 0;
        for (const line of visibleText(text).split('\n')) {
          if (line === '') continue;
          while (at < lines.length && !(lines[at] ?? '').startsWith(line)) at++;
          expect(at).toBeLessThan(lines.length);
          at++;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  const hostile: readonly (readonly [string, (length: number) => string])[] = [
    ['attributions that never end', (length) => 'On Mon, 2 Mar 2026 at 10:00 a@b.example\n'.repeat(length / 40)],
    ['one long line', (length) => 'On Mon 10:00 '.repeat(length / 13)],
    ['colons', (length) => 'a:\n'.repeat(length / 3)],
    ['header names', (length) => 'From: x\n\n\n\n\n\n\n\n'.repeat(length / 15)],
    ['quotes and gaps', (length) => '> a\nx\n'.repeat(length / 6)],
    ['dashes', (length) => `${'-'.repeat(190)}\n`.repeat(length / 191)],
    ['blank lines', (length) => '\n'.repeat(length)],
    ['blanks', (length) => ' '.repeat(length)],
    ['footers', (length) => 'Sent from my iPhone\n'.repeat(length / 20)],
    ['addresses', (length) => `${'a'.repeat(99)}@`.repeat(length / 100)],
    ['open brackets', (length) => '2 Mar 2026 10:00 <\n'.repeat(length / 19)],
  ];
  test.each(hostile)('A14: time grows with the length, not faster: %s', (_, make) => {
    const time = (length: number): number => {
      const text = make(length);
      const tries = Array.from({ length: 3 }, () => {
        const start = performance.now();
        visibleText(text);
        return performance.now() - start;
      });
      return Math.min(...tries);
    };
    time(125_000);
    // Eightfold length: a quadratic one would take 64 times as long. The constant spares very short times.
    expect(time(1_000_000)).toBeLessThan(24 * (time(125_000) + 2));
  });
});
