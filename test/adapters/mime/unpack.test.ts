import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTnef } from '../../../src/adapters/email/mime/tnef/read-tnef.ts';
import { rtfToText } from '../../../src/adapters/email/mime/tnef/rtf-text.ts';
import { unpackRtf } from '../../../src/adapters/email/mime/tnef/unpack-rtf.ts';
import type { Mail } from '../../../src/domain/mail.ts';
import { mailOf, parseRaw } from './parse.ts';
import {
  attachment,
  begin,
  binary,
  codepage,
  data,
  message,
  named,
  narrow,
  number,
  property,
  title,
  tnefWith,
  wide,
} from './tnef.ts';

const from = 'From: a@b.example\nMIME-Version: 1.0\n';
const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const listed = (mail: Mail) => mail.attachments.map(({ filename, contentType, size }) => [filename, contentType, size]);

/** MS-OXRTFCP 3.1.1: `{\rtf1\ansi\ansicpg1252\pard hello world}`. */
const helloWorld = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c0900206277 05b06c647d0a800fa0'.replaceAll(' ', ''),
  'hex',
);

describe('ms-2: winmail.dat', () => {
  const carrier = (tnef: Buffer, text = '', name = 'winmail.dat'): string =>
    `${from}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n${text}\n--x\nContent-Type: application/ms-tnef; name="${name}"\nContent-Transfer-Encoding: base64\n\n${tnef.toString('base64')}\n--x--\n`;
  const file = [begin(), title(Buffer.from('SHORT~1.PNG')), data(Buffer.from('abc'))];

  test('its files are listed, the original with them', async () => {
    const properties = attachment([
      wide(0x3707, 'Übersicht.png'),
      narrow(0x370e, Buffer.from('image/png')),
      wide(0x3712, '<p@q>'),
    ]);
    const mail = await mailOf(carrier(tnefWith([codepage(1252), ...file, properties]), 'Hello'));
    expect(mail.text).toBe('Hello');
    expect(listed(mail).slice(1)).toEqual([['Übersicht.png', 'image/png', 3]]);
    expect(mail.attachments[0]).toMatchObject({ filename: 'winmail.dat', contentType: 'application/ms-tnef' });
    expect(mail.attachments[1]).toMatchObject({ sha256: sha256OfAbc, cid: 'p@q' });
  });

  const bodies: readonly (readonly [string, readonly Buffer[], string])[] = [
    ['wide', [message([number(0x0e07, 1), named('x'), wide(0x1000, 'Grüße')])], 'Grüße'],
    ['in a code page', [codepage(1251), message([narrow(0x1000, Buffer.from('cff0e8e2e5f2', 'hex'))])], 'Привет'],
    ['HTML', [message([number(0x3fde, 65_001), binary(0x1013, Buffer.from('<p>Grüße</p>'))])], 'Grüße'],
    ['rich', [message([binary(0x1009, helloWorld)])], 'hello world'],
  ];
  test.each(bodies)("its text is the mail's where there is no other: %s", async (_, attributes, text) => {
    const packed = tnefWith(attributes);
    expect((await mailOf(carrier(packed))).text).toBe(text);
    expect((await mailOf(carrier(packed, 'Hello'))).text).toBe('Hello');
  });

  test('told by its name', async () => {
    const raw = carrier(tnefWith(file)).replace('application/ms-tnef', 'application/octet-stream');
    expect(listed(await mailOf(raw)).at(-1)).toEqual(['SHORT~1.PNG', 'application/octet-stream', 3]);
  });

  test('a mail inside a mail: what it says and its files', async () => {
    const inner = tnefWith([codepage(1252), message([wide(0x1000, 'Inner text')]), ...file]);
    const object = property(0x0d, 0x3701, Buffer.concat([Buffer.alloc(16), inner]));
    const outer = tnefWith([begin(), title(Buffer.from('Untitled')), attachment([object, wide(0x3001, 'Inner subject')])]);
    const mail = await mailOf(carrier(outer, 'Hello'));
    expect(mail.text).toBe('Hello');
    expect(listed(mail).slice(1)).toEqual([
      ['Inner subject.txt', 'text/plain', 10],
      ['SHORT~1.PNG', 'application/octet-stream', 3],
    ]);
  });

  test('A13: mails in mails beyond three stay files', async () => {
    const wrapped = (bytes: Buffer): Buffer =>
      tnefWith([begin(), attachment([property(0x0d, 0x3701, Buffer.concat([Buffer.alloc(16), bytes])), wide(0x3001, 'deeper')])]);
    const mail = await mailOf(carrier(wrapped(wrapped(wrapped(wrapped(wrapped(tnefWith(file))))))));
    expect(listed(mail).map(([name]) => name)).toEqual(['winmail.dat', 'deeper']);
  });

  test('A7: names inside are data', async () => {
    const mail = await mailOf(carrier(tnefWith([...file, attachment([wide(0x3707, '../../etc/passwd')])])));
    expect(mail.attachments.at(-1)?.filename).toBe('passwd');
  });

  test('A18: one that unpacks to more than 16 MB, or claims a thousand files, is read up to the limit', () => {
    const bomb = Buffer.concat([helloWorld.subarray(0, 16), Buffer.alloc(3_000_000, 0xff)]);
    bomb.writeUInt32LE(0xffff_ffff, 4);
    expect(unpackRtf(bomb).length).toBeLessThanOrEqual(16 * 1024 * 1024);
    expect(readTnef(tnefWith(Array.from({ length: 1_000 }, () => file).flat()))?.files).toHaveLength(200);
  });

  test('any damage gives what could be read, never a throw', async () => {
    const whole = tnefWith([codepage(1252), message([wide(0x1000, 'Hello'), binary(0x1009, helloWorld)]), ...file]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, end) => {
        const damaged = Buffer.from(whole.subarray(0, end));
        if (at < damaged.length) damaged[at] = byte;
        const mail = await mailOf(carrier(damaged));
        expect(mail.attachments[0]?.size).toBe(damaged.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('rich text', () => {
  test.each([
    ['paragraphs', '{\\rtf1\\ansi one\\par two\\tab three}', 'one\ntwo\tthree'],
    ['bytes of a code page', "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0}", 'Пр'],
    ['Unicode, with what stands for it', "{\\rtf1\\uc1 \\u1055?\\u1088\\'3f\\uc0\\u33 x}", 'Пр!x'],
    ['fonts and marks of HTML', '{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\*\\htmltag64 <p>}Hello{\\*\\htmltag72 </p>}}', 'Hello'],
    ['braces and backslashes', '{\\rtf1 \\{a\\}\\\\b\\~c', '{a}\\b c'],
    ['broken off', "{\\rtf1 a\\'z\\", "a'z"],
  ])('%s', (_, rtf, text) => {
    expect(rtfToText(rtf, '')).toBe(text);
  });
});

describe('uuencode inside a text', () => {
  const packed = 'begin 644 a.png\n#86)C\n`\nend';
  test.each([
    ['in the middle', `Hello\n\n${packed}\n\nBye`, 'Hello\n\n\nBye', ['a.png']],
    ['two of them', `${packed}\n${packed.replace('a.png', 'b c.png')}`, '', ['a.png', 'b c.png']],
    ['no line of zero', packed.replace('`\n', ''), '', ['a.png']],
    ['blanks for zero', 'begin 644 a.png\n#86)C\n \nend', '', ['a.png']],
  ])('%s', async (_, text, left, names) => {
    const mail = await mailOf(`${from}Content-Type: text/plain\n\n${text}\n`);
    expect(mail.text.trim()).toBe(left);
    expect(mail.attachments.map(({ filename, sha256 }) => [filename, sha256])).toEqual(names.map((name) => [name, sha256OfAbc]));
  });

  test.each([
    ['words', 'begin 644 the day\nwith a smile\nend'],
    ['no end', 'begin 644 a.png\n#86)C'],
    ['nothing inside', 'begin 644 a.png\nend'],
    ['a word', 'begin with the\nend'],
  ])('not: %s', async (_, text) => {
    const mail = await mailOf(`${from}\n${text}\n`);
    expect([mail.text, mail.attachments]).toEqual([text, []]);
  });
});

describe('signed and encrypted', () => {
  const stored = async (name: string): Promise<Mail> => {
    const parsed = await parseRaw(readFileSync(new URL(`../../mails/${name}`, import.meta.url)));
    if (parsed.kind !== 'mail') throw new Error(parsed.why);
    return parsed.mail;
  };

  test.each(['smime-opaque-signed.eml', 'smime-opaque-signed-ber.eml'])(
    '%s is read as others are, its signature kept',
    async (name) => {
      const mail = await stored(name);
      expect(mail).toMatchObject({ text: 'Der Drucker geht nicht. Grüße', sealed: null });
      expect(mail.attachments.map(({ filename }) => filename)).toEqual(['smime.p7m']);
    },
  );

  test('A21: S/MIME, encrypted: kept and said', async () => {
    const mail = await stored('smime-encrypted.eml');
    expect(mail.sealed).toBe('smime');
    expect(mail.text).toBe('[This mail is encrypted with S/MIME. It is kept as it came, but cannot be read here.]');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['smime.p7m']);
  });

  test('A21: S/MIME, its type forgotten on the way', async () => {
    const raw = `${from}Content-Type: application/octet-stream; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA`;
    expect((await mailOf(raw)).sealed).toBe('smime');
  });

  test('A21: PGP/MIME, encrypted: kept and said', async () => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\n--x--\n`,
    );
    expect(mail.sealed).toBe('pgp');
    expect(mail.text).toMatch(/^\[This mail is encrypted with PGP\./);
    expect(mail.attachments).toHaveLength(2);
  });

  test('PGP in the text: what is beside it stays', async () => {
    const mail = await mailOf(`${from}\nHello\n-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----\nBye\n`);
    expect(mail.sealed).toBe('pgp');
    expect(mail.text).toMatch(/^Hello\n\[This mail is encrypted with PGP\..*\]\nBye$/);
  });

  test('PGP, signed in the clear', async () => {
    const mail = await mailOf(
      `${from}\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello\n- -- \nJane\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n`,
    );
    expect(mail).toMatchObject({ text: 'Hello\n-- \nJane', visibleText: 'Hello', sealed: null });
  });

  test('multipart/signed', async () => {
    const mail = await mailOf(
      `${from}Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=x\n\n--x\n\nHello\n--x\nContent-Type: application/pgp-signature; name=signature.asc\n\niQ\n--x--\n`,
    );
    expect(mail).toMatchObject({ text: 'Hello', sealed: null });
  });
});
