import { describe, expect, test } from 'vitest';
import { visibleText } from '../../src/domain/visible-text/visible-text.ts';

/** Headers as mail programs copy them above the mail they answer. */
const blocks: readonly (readonly [string, string])[] = [
  ['Outlook, en', 'From: Jane Roe <jane@globex.example>\nSent: Monday, March 2, 2026 10:05 AM\nTo: Support\nSubject: Printer'],
  [
    'Outlook, en, bold',
    '*From:* Jane Roe <jane@globex.example>\n*Sent:* Monday, March 2, 2026\n*To:* Support\n*Subject:* RE: Printer',
  ],
  ['Outlook, en, markdown', '**From:** Jane Roe\n**Sent:** Monday\n**To:** Support\n**Subject:** Printer'],
  ['Outlook, mailto', 'From: Jane Roe [mailto:jane@globex.example]\nSent: Monday, March 2, 2026 10:05 AM\nTo: Support'],
  [
    'Outlook, many recipients',
    'From: Jane Roe\nSent: Monday, March 2, 2026 10:05 AM\nTo: A <a@b.example>;\n B <b@b.example>;\n C\nCc: D\nSubject: Printer\nImportance: High',
  ],
  ['Outlook, de', 'Von: Jane Roe <jane@globex.example>\nGesendet: Montag, 2. März 2026 10:05\nAn: Support\nBetreff: AW: Drucker'],
  [
    'Outlook, es',
    'De: Jane Roe <jane@globex.example>\nEnviado el: lunes, 2 de marzo de 2026 10:05\nPara: Support\nAsunto: Impresora',
  ],
  ['Outlook, fr', 'De : Jane Roe <jane@globex.example>\nEnvoyé : lundi 2 mars 2026 10:05\nÀ : Support\nObjet : Imprimante'],
  [
    'Outlook, fr, no-break',
    'De\u00a0: Jane Roe <jane@globex.example>\nEnvoyé\u00a0: lundi 2 mars 2026 10:05\nÀ\u00a0: Support\nObjet\u00a0: Imprimante',
  ],
  ['Outlook, pt', 'De: Jane Roe\nEnviada em: segunda-feira, 2 de março de 2026 10:05\nPara: Support\nAssunto: Impressora'],
  ['Outlook, it', 'Da: Jane Roe\nInviato: lunedì 2 marzo 2026 10:05\nA: Support\nOggetto: Stampante'],
  ['Outlook, nl', 'Van: Jane Roe\nVerzonden: maandag 2 maart 2026 10:05\nAan: Support\nOnderwerp: Printer'],
  ['Outlook, sv', 'Från: Jane Roe\nSkickat: den 2 mars 2026 10:05\nTill: Support\nÄmne: Skrivare'],
  ['Outlook, da', 'Fra: Jane Roe\nSendt: 2. marts 2026 10:05\nTil: Support\nEmne: Printer'],
  ['Outlook, no', 'Fra: Jane Roe\nDato: mandag 2. mars 2026 10:05\nTil: Support\nEmne: Skriver'],
  ['Outlook, fi', 'Lähettäjä: Jane Roe\nLähetetty: maanantai 2. maaliskuuta 2026 10.05\nVastaanottaja: Support\nAihe: Tulostin'],
  ['Outlook, pl', 'Od: Jane Roe\nWysłano: poniedziałek, 2 marca 2026 10:05\nDo: Support\nTemat: Drukarka'],
  ['Outlook, cs', 'Od: Jane Roe\nOdesláno: pondělí 2. března 2026 10:05\nKomu: Support\nPředmět: Tiskárna'],
  ['Outlook, sk', 'Od: Jane Roe <jane@globex.example>\nDátum: pondelok 2. marca 2026 10:05\nKomu: Support\nPredmet: Tlačiareň'],
  [
    'Outlook, hu',
    'Feladó: Jane Roe <jane@globex.example>\nDátum: hétfő, 2026. március 2. 10:05\nCímzett: Support\nTárgy: Nyomtató',
  ],
  ['Outlook, ro', 'De la: Jane Roe\nTrimis: luni, 2 martie 2026 10:05\nCătre: Support\nSubiect: Imprimanta'],
  ['Outlook, ru', 'От: Jane Roe\nОтправлено: понедельник, 2 марта 2026 г. 10:05\nКому: Support\nТема: Принтер'],
  ['Outlook, uk', 'Від: Jane Roe\nНадіслано: 2 березня 2026 р. 10:05\nКому: Support\nТема: Принтер'],
  ['Outlook, el', 'Από: Jane Roe\nΣτάλθηκε: Δευτέρα, 2 Μαρτίου 2026 10:05\nΠρος: Support\nΘέμα: Εκτυπωτής'],
  ['Outlook, tr', 'Kimden: Jane Roe\nGönderildi: 2 Mart 2026 Pazartesi 10:05\nKime: Support\nKonu: Yazıcı'],
  ['Outlook, ja', '差出人: Jane Roe\n送信日時: 2026年3月2日 10:05\n宛先: Support\n件名: プリンター'],
  ['Outlook, zh-CN', '发件人: Jane Roe\n发送时间: 2026年3月2日 10:05\n收件人: Support\n主题: 打印机'],
  ['Outlook, zh-TW', '寄件者: Jane Roe\n寄件日期: 2026年3月2日 上午 10:05\n收件者: Support\n主旨: 印表機'],
  ['Outlook, ko', '보낸 사람: Jane Roe\n보낸 날짜: 2026년 3월 2일 월요일 오전 10:05\n받는 사람: Support\n제목: 프린터'],
  ['Outlook, hi', 'प्रेषक: Jane Roe\nदिनांक: 2 मार्च 2026 10:05\nविषय: प्रिंटर'],
  ['Outlook, ar', 'من: Jane Roe\nتم الإرسال: 2 مارس 2026 10:05\nإلى: Support\nالموضوع: الطابعة'],
  [
    'Outlook, ar, marks of direction',
    '\u200fمن:\u200f Jane Roe\n\u200fالتاريخ:\u200f ٢ مارس ٢٠٢٦\n\u200fإلى:\u200f Support\n\u200fالموضوع:\u200f الطابعة',
  ],
  ['Outlook, he', 'מאת: Jane Roe\nנשלח: יום שני 02 מרץ 2026 10:05\nאל: Support\nנושא: מדפסת'],
  [
    'GMX, web.de',
    'Gesendet: Montag, 02. März 2026 um 10:05 Uhr\nVon: "Jane Roe" <jane@globex.example>\nAn: support@acme.example\nBetreff: Drucker',
  ],
  [
    'Samsung',
    'From: Jane Roe <jane@globex.example>\nDate: 02/03/2026 10:05 (GMT+01:00)\nTo: support@acme.example\nSubject: Printer',
  ],
  [
    'Samsung, de',
    'Von: Jane Roe <jane@globex.example>\nDatum: 02.03.26 10:05 (GMT+01:00)\nAn: support@acme.example\nBetreff: Drucker',
  ],
  [
    'Samsung, fr',
    'De : Jane Roe <jane@globex.example>\nDate : 02/03/2026 10:05 (GMT+01:00)\nÀ : support@acme.example\nObjet : Imprimante',
  ],
  [
    'Notes',
    'From:        Jane Roe/Globex\nTo:        Support/Acme@Acme\nDate:        03/02/2026 10:05 AM\nSubject:        Printer',
  ],
  [
    'Notes, de',
    'Von:        Jane Roe/Globex\nAn:        Support/Acme@Acme\nKopie:        \nDatum:        02.03.2026 10:05\nBetreff:        Drucker',
  ],
  ['Notes of old', 'Jane Roe/Globex@GLOBEX\n02.03.2026 10:05\n\nTo\nSupport/Acme@Acme\ncc\n\nSubject\nPrinter'],
  ['Notes of old, de', 'Jane Roe/Globex\n02.03.2026 10:05\n\nAn\nSupport/Acme\nKopie\n\nBetreff\nDrucker'],
  [
    'Naver',
    'From: "Jane Roe" <jane@globex.example>\nTo: <support@acme.example>;\nCc:\nSent: 2026-03-02 (월) 10:05:30 (GMT+09:00)\nSubject: 프린터',
  ],
  [
    'NetEase, a table',
    '| 发件人 | Jane Roe<jane@globex.example> |\n| 发送日期 | 2026年03月02日 10:05 |\n| 收件人 | support |\n| 主题 | 打印机 |',
  ],
  [
    'Orange',
    'De : "Jane Roe" <jane@globex.example>\nA : support@acme.example\nEnvoyé: lundi 2 Mars 2026 10:05\nObjet : Imprimante',
  ],
  [
    'Zimbra',
    'De: "Jane Roe" <jane@globex.example>\nPara: "Support" <support@acme.example>\nEnviados: Lunes, 2 de Marzo 2026 10:05:30\nAsunto: Impresora',
  ],
  [
    'Thunderbird',
    'Subject: \tPrinter\nDate: \tMon, 2 Mar 2026 10:05:00 +0000\nFrom: \tJane Roe <jane@globex.example>\nTo: \tsupport@acme.example',
  ],
  [
    'a date first',
    'Date: Mon, 2 Mar 2026 10:05:00 +0000\nFrom: Jane Roe <jane@globex.example>\nTo: support@acme.example\nSubject: Printer',
  ],
];

/** Lines above a quoted mail that say so. */
const marks = [
  '-----Original Message-----',
  '----- Original Message -----',
  '-------- Original message --------',
  '------- Original Message -------',
  '‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐',
  '------------------ Original ------------------',
  '------ Original Message ------',
  '*-----Original Message-----*',
  '-----Original Appointment-----',
  '----- Reply message -----',
  '---- Replied Message ----',
  '-----Ursprüngliche Nachricht-----',
  '-------- Ursprüngliche Nachricht --------',
  '-----Urspruengliche Nachricht-----',
  '-----Mensaje original-----',
  '-------- Mensaje original --------',
  "-----Message d'origine-----",
  '-----Message d’origine-----',
  '-------- Message original --------',
  '----- Mail original -----',
  '-----Mensagem original-----',
  '-----Messaggio originale-----',
  '-----Oorspronkelijk bericht-----',
  '-----Ursprungligt meddelande-----',
  '-------- Originalmeddelande --------',
  '-----Oprindelig meddelelse-----',
  '-----Opprinnelig melding-----',
  '-----Alkuperäinen viesti-----',
  '-----Wiadomość oryginalna-----',
  '-------- Oryginalna wiadomość --------',
  '-----Původní zpráva-----',
  '-----Eredeti üzenet-----',
  '-----Исходное сообщение-----',
  '-------- Исходное сообщение --------',
  '-----Αρχικό μήνυμα-----',
  '-----Özgün İleti-----',
  '-------- Orijinal mesaj --------',
  '------------------ 原始邮件 ------------------',
  '------------------&nbsp;原始邮件&nbsp;------------------'.replaceAll('&nbsp;', '\u00a0'),
  '---- 回复的原邮件 ----',
  '-----邮件原件-----',
  '-----原始郵件-----',
  '-----元のメッセージ-----',
  '----- 원본 메일 -----',
  '-----मूल संदेश-----',
  '-----الرسالة الأصلية-----',
  '-----הודעה מקורית-----',
  '##- Please type your reply above this line -##',
  '--- Reply above this line ---',
  '[Original Message processed by david®]',
];

describe('copied headers', () => {
  test.each(blocks)('%s', (_, block) => {
    const answers = [
      `Works now.\n\n${block}\n\nDoes it work?\n\nRick`,
      `Works now.\n${block}\nDoes it work?`,
      `Works now.\n\n________________________________\n${block}\n\nDoes it work?`,
      `Works now.\n\n________________________________\n\n${block}\n\nDoes it work?`,
      `Works now.\n\n-----Any Words Here-----\n${block}\n\nDoes it work?`,
      `Works now.\n\n  Original Message  \n${block}\n\nDoes it work?`,
      `Works now.\n\n> ${block.replaceAll('\n', '\n> ')}\n>\n> Does it work?`,
    ];
    for (const answer of answers) expect(visibleText(answer), answer).toBe('Works now.');
  });

  test.each(blocks)('with a blank line between its fields: %s', (client, block) => {
    if (client.startsWith('Notes of old') || client === 'NetEase, a table') return;
    expect(visibleText(`Works now.\n\n${block.replaceAll('\n', '\n\n')}\n\nDoes it work?`)).toBe('Works now.');
  });

  test.each(marks)('%s', (line) => {
    expect(visibleText(`Works now.\n\n${line}\n\nFrom: Jane Roe\n\nDoes it work?`)).toBe('Works now.');
    expect(visibleText(`Works now.\n${line}\nDoes it work?`)).toBe('Works now.');
  });

  test.each([
    'To: the printer on floor 3\nI say no.',
    'Note: from here on it fails.',
    'Date: next Monday',
    'From: my point of view it is fine.\nWe go on.',
    'From: Berlin\nTo: Munich\nDate: 3 March\n\nPlease book.',
    'Von: Berlin\nNach: München\nDatum: 3. März, 10:05\n\nBitte buchen.',
    'Da: Roma\nA: Milano\nData: 3 marzo',
    'De: Madrid\nA: Sevilla\nFecha: 3 de marzo',
    'To do: nothing.\nFrom now on: all good.',
    'Data: 5 GB\nA: yes\nB: no',
    'Original message\nwas lost, sorry.',
    'An: aus\nVon: vorn',
    'Subject: printers\nDate: tomorrow\n\nLet us talk.',
    'Cc: the boss\nTo: you',
    '| From | To |\n| Berlin | Munich |',
    'Le: Jane\nA: Bob',
    'Sent: two parcels\nTo: Munich',
  ])('a list of their own is none: %s', (text) => {
    expect(visibleText(`Hello\n\n${text}`)).toBe(`Hello\n\n${text}`);
  });
});
