import { describe, expect, test } from 'vitest';
import { mailOf, parseRaw } from './parse.ts';

const from = 'From: a@b.example\nMIME-Version: 1.0\n';

describe('text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'quoted-printable',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=\n=C3=9Fe=20',
      'Grüße',
    ],
    ['base64', 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nR3LDvMOfZQ==', 'Grüße'],
    ['no charset, Latin-1 bytes', 'Content-Type: text/plain\n\nGr\u00fc\u00dfe', 'Grüße'],
    ['ASCII claimed, UTF-8 sent', 'Content-Type: text/plain; charset=us-ascii\n\nGr\u00c3\u00bc\u00c3\u009fe', 'Grüße'],
    [
      'UTF-8 claimed, Latin-1 sent',
      'Content-Type: text/plain; charset=utf-8\n\nVielen Dank f\u00fcr die Gr\u00fc\u00dfe',
      'Vielen Dank für die Grüße',
    ],
    ['a charset that nobody knows', 'Content-Type: text/plain; charset=foo-1\n\nGr\u00fc\u00dfe', 'Grüße'],
    ['windows-1251', 'Content-Type: text/plain; charset=windows-1251\n\n\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2', 'Привет'],
    ['UTF-7', 'Content-Type: text/plain; charset=utf-7\n\nGr+APwA3w-e', 'Grüße'],
    ['ISO-2022-JP that names itself not', 'Content-Type: text/plain\n\n\x1b$BF|K\\\x1b(B', '日本'],
    ['format=flowed', 'Content-Type: text/plain; format=flowed\n\none \ntwo\n> quoted \n> on\nend', 'one two\n> quoted on\nend'],
    [
      'GB18030 that calls itself GB2312',
      'Content-Type: text/plain; charset=gb2312\n\n\u00c4\u00e3\u00ba\u00c3\u0081\u0030\u0081\u0030',
      '你好\u0080',
    ],
    ['ISO-2022-JP, named', 'Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$BF|K\\\x1b(B', '日本'],
    ['UTF-7 with a plus and no end mark', 'Content-Type: text/plain; charset=utf-7\n\n1 +- 1, Gr+APwA3w e', '1 + 1, Grüß e'],
    [
      'flowed, blanks deleted',
      'Content-Type: text/plain; format=flowed; delsp=yes\n\nhttps://x.example/ \nlong\n-- \nJane',
      'https://x.example/long\n-- \nJane',
    ],
    [
      'base64 with something behind its padding',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nR3LDvMOfZQ== \n_____\nSent through a list',
      'Grüße',
    ],
    [
      'base64, packed line by line',
      'Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nb25lCg==\ndHdvCg==\ndGhyZWU=',
      'one\ntwo\nthree',
    ],
    [
      'base64 with characters of no meaning',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n\nR3L*DvM\n-OfZ!Q',
      'Grüße',
    ],
    [
      'quoted-printable, damaged',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable\n\nGr=c3=bc=  \n=C3=9Fe 100 =% a=b =\n',
      'Grüße 100 =% a=b',
    ],
    [
      'an encoding with a remark',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "quoted-printable" (yes)\n\nGr=C3=BC=C3=9Fe',
      'Grüße',
    ],
    [
      'HTML only',
      'Content-Type: text/html\n\n<p>One &amp; <b>two</b><br>three</p><script>x</script><ul><li>four</ul>',
      'One & two\nthree\n\n* four',
    ],
    ['HTML quotation', 'Content-Type: text/html\n\n<p>Yes</p><blockquote><p>Is it?</p></blockquote>', 'Yes\n\n> Is it?'],
    [
      'link',
      'Content-Type: text/html\n\n<a href="https://x.example/a">here</a> <a href="https://x.example">x.example</a>',
      'here [https://x.example/a] x.example',
    ],
    ['HZ', 'Content-Type: text/plain; charset=hz-gb-2312\n\nHi ~{VPND~} ~~', 'Hi 中文 ~'],
    ['ISO-2022-KR', 'Content-Type: text/plain; charset=iso-2022-kr\n\n\x1b$)C\nA\x0e>H3g\x0fB', 'A안녕B'],
    [
      'UTF-16, its order in a mark',
      'Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n/v8ARwD8',
      'Gü',
    ],
    ['UTF-16 that is none', 'Content-Type: text/html; charset=utf-16\n\n<p>Hello', 'Hello'],
    ['a charset with a remark', 'Content-Type: text/plain; charset=iso-8859-2 (Latin 2)\n\n\u00b1\u00ea', 'ąę'],
    [
      'a page that names its charset itself',
      'Content-Type: text/html\n\n<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>\u00b1\u00ea',
      'ąę',
    ],
    ['a page that calls itself plain', 'Content-Type: text/plain\n\n<!DOCTYPE html>\n<html><body><p>Hi</p></body></html>', 'Hi'],
    ['a page and no type at all', '\n<html><body><p>Hi</p></body></html>', 'Hi'],
    ['a type that is none', 'Content-Type: foo\n\nHello', 'Hello'],
    [
      'enriched text',
      'Content-Type: text/enriched\n\n<bold>One</bold> <<\ntwo\n\n<color><param>red</param>three</color>',
      'One < two\nthree',
    ],
    ['rich text of old', 'Content-Type: text/richtext\n\n<bold>One</bold>\n<lt> two<nl>three', 'One < two\nthree'],
    [
      'quoted_printable',
      'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted_printable\n\nGr=C3=BC',
      'Grü',
    ],
    ['a boundary with a remark', 'Content-Type: multipart/mixed; boundary=x (x)\n\n--x\n\nHello\n--x--', 'Hello'],
    [
      'a boundary that looks encoded',
      'Content-Type: multipart/mixed; boundary="=?utf-8?Q?x?="\n\n--=?utf-8?Q?x?=\n\nHello\n--=?utf-8?Q?x?=--',
      'Hello',
    ],
    ['a boundary with a blank at its end', 'Content-Type: multipart/mixed; boundary="a "\n\n--a \n\nHello\n--a --', 'Hello'],
    [
      'another boundary than the one named',
      'Content-Type: multipart/mixed; boundary=Xy\n\n--xy\nContent-Type: text/plain\n\nHello\n--xy--',
      'Hello',
    ],
    [
      'a boundary that nobody names',
      'Content-Type: multipart/mixed\n\n--x\n\nHello\n--x\nContent-Type: text/html\n\n<p>you\n--x--',
      'Hello\n\nyou',
    ],
    [
      'lines of dashes are no boundary',
      'Content-Type: multipart/mixed\n\n--- a ---\n\nHello\n-----',
      '--- a ---\n\nHello\n-----',
    ],
    [
      'a part without head or blank line, no end of line',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\nHello there\n--x--',
      'Hello there',
    ],
    ['multipart that names no boundary', 'Content-Type: multipart/mixed\n\nHello', 'Hello'],
    ['multipart without a part', 'Content-Type: multipart/mixed; boundary=x\n\nHello', 'Hello'],
    ['a forgotten semicolon', 'Content-Type: multipart/mixed boundary=x\n\n--x\n\nHello\n--x--', 'Hello'],
  ];
  test.each(cases)('%s', async (_, rest, text) => {
    expect((await mailOf(`${from}${rest}\n`)).text).toBe(text);
  });

  test('of alternatives the plain one, unless it is blank', async () => {
    const alternatives = (plain: string): string =>
      `${from}Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n${plain}\n--x\nContent-Type: text/html\n\n<b>html</b>\n--x--\n`;
    expect((await mailOf(alternatives('plain'))).text).toBe('plain');
    expect((await mailOf(alternatives(' '))).text).toBe('html');
    const page = `<p>${'The printer is on fire. '.repeat(20)}</p>`;
    const stub = alternatives('Your program cannot show HTML.').replace('<b>html</b>', page);
    expect((await mailOf(stub)).text).toMatch(/^The printer/);
  });
});

describe('HTML that would hurt', () => {
  const million = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));
  test.each([
    ['one line of words', million('a ')],
    ['one line of links', million('<a href="https://x.example/">a</a> ')],
    ['links inside links', million('<a href="https://x.example/">a')],
    ['cells without rows', million('<td>a')],
    ['depth', million('<div>')],
  ])('A13: %s: 1 MB in less than 2 s', async (_, html) => {
    const start = performance.now();
    await mailOf(`${from}Content-Type: text/html\n\n${html}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('line ends', () => {
  const lines = [
    'From: a@b.example',
    'Subject: s',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    '',
    'Hello',
    'there',
    '--x--',
    '',
  ];
  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['a CR too many', '\r\r\n'],
  ])('%s', async (_, end) => {
    const parsed = await parseRaw(Buffer.from(lines.join(end)));
    expect(parsed).toMatchObject({ kind: 'mail', mail: { subject: 's', text: 'Hello\nthere' } });
  });
  test('A13: 300,000 CR without LF cost less than 2 s', async () => {
    const start = performance.now();
    await parseRaw(Buffer.from(`From: a@b.example\r\n\r\nHello${'\r'.repeat(300_000)}x`));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
  test('CR only, as old Macs wrote', async () => {
    const parsed = await parseRaw(Buffer.from('From: a@b.example\rSubject: s\r\rHello\rthere'));
    expect(parsed).toMatchObject({ kind: 'mail', mail: { subject: 's', text: 'Hello\nthere' } });
  });
  test('a mark of UTF-8 before the first field', async () => {
    const mail = await mailOf('\u00ef\u00bb\u00bfSubject: s\nFrom: a@b.example\n\nHello');
    expect([mail.from.address, mail.subject, mail.text]).toEqual(['a@b.example', 's', 'Hello']);
  });
});

describe('broken structure', () => {
  test('two types in one head: the delimiter between was lost', async () => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: multipart/alternative; boundary=a\nContent-Type: text/plain\n\nHello\n--a\nContent-Type: text/html\n\n<b>html</b>\n--a--\n--r--\n`,
    );
    expect(mail.text).toBe('Hello');
  });

  test('alternatives that are none: one plain text after the other', async () => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/alternative; boundary=a\n\n--a\n\nHello\n--a\n\nthere\n--a\n\nHello\n--a\nContent-Type: text/html\n\n<b>html</b>\n--a--\n`,
    );
    expect(mail.text).toBe('Hello\n\nthere');
  });

  test('a part that begins without a head', async () => {
    const mail = await mailOf(`${from}Content-Type: multipart/mixed; boundary=x\n\n--x\nHello there\nbye\n--x--\n`);
    expect(mail.text).toBe('Hello there\nbye');
  });

  test('an inner multipart that never ends, blanks behind a delimiter, no end at all', async () => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/mixed; boundary=outer\n\n--outer  \nContent-Type: multipart/alternative; boundary=inner\n\n--inner\n\nHello\n--outer\nContent-Type: image/png; name=a.png\n\nabc`,
    );
    expect(mail.text).toBe('Hello');
    expect(mail.attachments.map(({ filename, size }) => [filename, size])).toEqual([['a.png', 3]]);
  });

  test('the mails of a digest are mails although no type says so', async () => {
    const mail = await mailOf(`${from}Content-Type: multipart/digest; boundary=x\n\n--x\n\nFrom: c@d.example\n\nHi\n--x--\n`);
    expect(mail.attachments.map(({ contentType }) => contentType)).toEqual(['message/rfc822']);
  });

  test('F-34: depth 10,000 and 20,000 parts are read up to their limits', async () => {
    const deep = Array.from(
      { length: 10_000 },
      (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`,
    ).join('');
    expect((await mailOf(`${from}Content-Type: multipart/mixed; boundary=b0\n\n${deep}`)).attachments).toHaveLength(1);
    const many = '--x\nContent-Type: image/png; name=a.png\n\nabc\n'.repeat(20_000);
    const { attachments } = await mailOf(`${from}Content-Type: multipart/mixed; boundary=x\n\n${many}`);
    expect(attachments.length).toBeGreaterThan(800);
    expect(attachments.length).toBeLessThanOrEqual(1_000);
  });
});

describe('attachments', () => {
  const withName = (fields: string): string =>
    `${from}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x\n${fields}\n\nabc\n--x--\n`;
  const cases: readonly (readonly [string, string, string])[] = [
    ['plain', 'Content-Type: image/png; name="a.png"', 'a.png'],
    [
      '2231-1: continued and encoded',
      "Content-Type: image/png\nContent-Disposition: attachment; filename*0*=utf-8''Rechn;\n filename*1*=ung%20%C3%BC.pdf",
      'Rechnung ü.pdf',
    ],
    [
      'encoded word in a parameter',
      'Content-Type: image/png\nContent-Disposition: attachment; filename="=?utf-8?Q?=C3=BC.pdf?="',
      'ü.pdf',
    ],
    [
      'a question mark for what one charset could not say',
      `Content-Type: image/png; name="=?utf-8?B?0LEucG5n?="\nContent-Disposition: attachment; filename="?.png"`,
      'б.png',
    ],
    [
      '2231-1: pieces out of order, encoded and plain',
      "Content-Type: image/png\nContent-Disposition: attachment; filename*1=ung.pdf; filename*0*=utf-8''Rechn%20",
      'Rechn ung.pdf',
    ],
    ['A7: path', 'Content-Type: image/png\nContent-Disposition: attachment; filename="../../etc/passwd"', 'passwd'],
    ['A7: Windows path', 'Content-Type: image/png\nContent-Disposition: attachment; filename="C:\\\\x\\\\a.exe"', 'a.exe'],
    [
      'A7: zero-width characters (CVE-2026-28289)',
      'Content-Type: image/png\nContent-Disposition: attachment; filename="=?utf-8?B?4oCLLmh0YWNjZXNz?="',
      '.htaccess',
    ],
    [
      'A7: text turned round',
      'Content-Type: image/png\nContent-Disposition: attachment; filename="=?utf-8?B?YeKArmdwai5leGU=?="',
      'agpj.exe',
    ],
    ['A7: dots only', 'Content-Type: image/png\nContent-Disposition: attachment; filename=".."', ''],
  ];
  test.each(cases)('%s', async (_, fields, filename) => {
    expect((await mailOf(withName(fields))).attachments.map((one) => one.filename)).toEqual([filename]);
  });

  test('A7: a long name keeps its ending', async () => {
    const [one] = (await mailOf(withName(`Content-Type: image/png; name="${'a'.repeat(500)}.png"`))).attachments;
    expect(one?.filename).toHaveLength(200);
    expect(one?.filename.endsWith('.png')).toBe(true);
  });

  test('named by the hash of the decoded bytes; a picture of the text is inline', async () => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<img src="cid:p@q">\n--x\nContent-Type: image/png\nContent-ID: <p@q>\nContent-Transfer-Encoding: base64\n\nYWJj\n--x--\n`,
    );
    expect(mail.attachments).toEqual([
      {
        filename: '',
        contentType: 'image/png',
        size: 3,
        inline: true,
        cid: 'p@q',
        sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      },
    ]);
  });

  test('a mail that is nothing but a file', async () => {
    const mail = await mailOf(`${from}Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\nYWJj\n`);
    expect(mail.attachments.map(({ filename, size }) => [filename, size])).toEqual([['a.zip', 3]]);
    expect(mail.text).toBe('');
  });

  test('a mail within, called by its subject', async () => {
    const mail = await mailOf(
      withName('Content-Type: message/rfc822').replace('abc', 'Subject: =?utf-8?Q?=C3=BCber/alles?=\n\nHi'),
    );
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['über-alles.eml']);
  });

  test('an inline text file is shown and listed', async () => {
    const mail = await mailOf(withName('Content-Type: text/plain; name=log.txt\nContent-Disposition: inline; filename=log.txt'));
    expect(mail.text).toBe('Hello\n\nabc');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['log.txt']);
  });

  test('uuencode is undone', async () => {
    const mail = await mailOf(
      withName('Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: x-uuencode').replace(
        'abc',
        'begin 644 a.png\n#86)C\n`\nend',
      ),
    );
    expect(mail.attachments[0]?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('language', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Hello, our printer does not work and we can not find the manual, thanks for your help', 'en'],
    ['Hola, la impresora no funciona y no encontramos el manual, gracias por su ayuda', 'es'],
    ['Guten Tag, der Drucker geht nicht und wir finden das Handbuch nicht, vielen Dank', 'de'],
    ['Bonjour, notre imprimante ne marche pas et nous ne trouvons pas le manuel, merci', 'fr'],
    ['Ol\u00e1, a impressora n\u00e3o funciona e n\u00f3s n\u00e3o achamos o manual, obrigado pela ajuda', 'pt'],
    ['Buongiorno, la stampante non funziona e non troviamo il manuale, grazie per il vostro aiuto', 'it'],
    ['Hallo, de printer werkt niet en wij kunnen het handboek niet vinden, bedankt', 'nl'],
    ['ok', ''],
    ['E-1234 / 5678', ''],
  ];
  test.each(cases)('%s', async (text, language) => {
    const mail = await mailOf(`${from}Content-Type: text/plain; charset=iso-8859-1\n\n${text}\n`);
    expect(mail.language).toBe(language);
  });
});

describe('pictures', () => {
  const cases: readonly (readonly [string, string, string, boolean])[] = [
    ['named with percent signs', '<img src="cid:p%40q">', 'Content-Type: image/png\nContent-ID: <p@q>', true],
    ['in capitals', "<img src='CID:p@q'>", 'Content-Type: image/png\nContent-ID: p@q', true],
    [
      'a type that was forgotten',
      '<img src=cid:p@q>',
      'Content-Type: application/octet-stream; name=a.png\nContent-ID: <p@q>',
      true,
    ],
    [
      'never shown',
      '<img src="cid:other">',
      'Content-Type: image/png\nContent-ID: <p@q>\nContent-Disposition: attachment',
      false,
    ],
    ['no picture', '<a href="cid:p@q">', 'Content-Type: application/pdf\nContent-ID: <p@q>', false],
  ];
  test.each(cases)('%s', async (_, html, fields, inline) => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n${html}\n--x\n${fields}\n\nabc\n--x--\n`,
    );
    expect(mail.attachments.map((file) => file.inline)).toEqual([inline]);
  });
});

describe('names of files', () => {
  const cases: readonly (readonly [string, string])[] = [
    ["filename*=utf-8''Gr%C3%BC%C3%9Fe.txt", 'Grüße.txt'],
    ["filename*0*=utf-8''Gr%C3; filename*1*=%BCn.txt", 'Grün.txt'],
    ["filename*0*=utf-8''Gr%C3%BC; filename*1=sse.txt", 'Grüsse.txt'],
    ["filename*1*=%C3%9Fe.txt; filename*0*=utf-8''Gr%C3%BC", 'Grüße.txt'],
    ['filename*1="long "; filename*2="name.txt"', 'long name.txt'],
    ['filename*=Gr%C3%BC%C3%9Fe.txt', 'Grüße.txt'],
    ["filename*=iso-8859-1'de'Gr%FC%DFe.txt", 'Grüße.txt'],
    ["filename*=UTF-8''Gr%FC.txt", 'Grü.txt'],
    ["filename*=UTF-8''100%.txt", '100%.txt'],
    ['filename="=?utf-8?B?R3LDvA==?=\n\t=?utf-8?B?w59lLnR4dA==?="', 'Grüße.txt'],
    ['filename*0="=?utf-8?Q?Gr=C3=BC"; filename*1="=C3=9Fe.txt?="', 'Grüße.txt'],
    ['filename="a;b.txt"', 'a;b.txt'],
    ['filename=my file.txt', 'my file.txt'],
    ['filename="open.txt', 'open.txt'],
    ['(a remark) filename="a.txt"', 'a.txt'],
    ['filename=report (1).txt', 'report (1).txt'],
    ['filename="Gr\u00fc\u00dfe.txt"', 'Grüße.txt'],
  ];
  test.each(cases)('%s', async (params, name) => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x\nContent-Disposition: attachment; ${params}\n\nabc\n--x--\n`,
    );
    expect(mail.attachments.map(({ filename, size }) => [filename, size])).toEqual([[name, 3]]);
  });

  test('a disposition that is only a name', async () => {
    const mail = await mailOf(`${from}Content-Type: application/pdf\nContent-Disposition: filename=a.pdf\n\nabc`);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['a.pdf']);
  });
});
