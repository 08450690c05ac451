import { describe, expect, test } from 'vitest';
import { mailOf } from './parse.ts';

const inner = [
  'From: Jane Roe <jane@globex.example>',
  'Date: Mon, 02 Mar 2026 10:00:00 +0000',
  'Subject: =?utf-8?Q?Dr=C3=BCcker?=',
  'Content-Type: multipart/mixed; boundary=in',
  '',
  '--in',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Er geht nicht. Gr=C3=BC=C3=9Fe',
  '--in',
  'Content-Type: image/png; name=p.png',
  '',
  'abc',
  '--in--',
].join('\n');

const carrier = (type: string, parts: readonly string[]): string =>
  `From: maria@acme.example\nSubject: Fwd\nContent-Type: ${type}; boundary=out\n\n${parts.map((part) => `--out\n${part}\n`).join('')}--out--\n`;

describe('mails within a mail', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['message/rfc822', `Content-Type: message/rfc822\n\n${inner}`],
    [
      'base64',
      `Content-Type: message/rfc822; name=a.eml\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${Buffer.from(inner).toString('base64')}`,
    ],
    ['a file with the ending of mails', `Content-Type: application/octet-stream; name="Re x.EML"\n\n${inner}`],
  ];
  test.each(ways)('by %s: sender, date, subject, text and files', async (_, part) => {
    const mail = await mailOf(carrier('multipart/mixed', ['\nPlease see below', part]));
    expect(mail.text).toBe('Please see below');
    expect(mail.attachments).toHaveLength(1);
    expect(mail.embedded).toEqual([
      {
        from: { name: 'Jane Roe', address: 'jane@globex.example' },
        date: Date.UTC(2026, 2, 2, 10),
        subject: 'Drücker',
        text: 'Er geht nicht. Grüße',
        attachments: [
          expect.objectContaining({
            filename: 'p.png',
            size: 3,
            sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
          }),
        ],
      },
    ]);
  });

  test('only the outermost: what they carry is a file of theirs', async () => {
    const twice = carrier('multipart/mixed', [`Content-Type: message/rfc822\n\n${inner}`]).replaceAll('out', 'mid');
    const { embedded } = await mailOf(carrier('multipart/mixed', [`Content-Type: message/rfc822\n\n${twice}`]));
    expect(embedded.map(({ from, attachments }) => [from.address, attachments.map(({ filename }) => filename)])).toEqual([
      ['maria@acme.example', ['Drücker.eml']],
    ]);
  });

  test('a mail that is nothing but another', async () => {
    const { embedded } = await mailOf(`From: a@b.example\nContent-Type: message/rfc822\n\n${inner}`);
    expect(embedded.map(({ subject }) => subject)).toEqual(['Drücker']);
  });

  test('ten of many', async () => {
    const many = Array.from({ length: 15 }, (_, at) => `\nFrom: p${at}@x.example\n\nHi`);
    const mail = await mailOf(carrier('multipart/digest', many));
    expect(mail.attachments).toHaveLength(15);
    expect(mail.embedded.map(({ from }) => from.address).at(-1)).toBe('p9@x.example');
    expect(mail.embedded).toHaveLength(10);
  });

  test.each([
    [
      'what a delivery report returns',
      'multipart/report; report-type=delivery-status',
      `Content-Type: message/rfc822\n\n${inner}`,
    ],
    ['a text with the ending of mails', 'multipart/mixed', 'Content-Type: application/octet-stream; name=a.eml\n\nJust: text'],
    ['an empty file', 'multipart/mixed', 'Content-Type: message/rfc822\n\n'],
  ])('not %s', async (_, type, part) => {
    const mail = await mailOf(carrier(type, ['\nHello', part]));
    expect(mail.embedded).toEqual([]);
    expect(mail.attachments).toHaveLength(1);
  });

  test('a large one passes by in pieces', async () => {
    const large = inner.replace('abc', 'abcdefghijklmnopqrstuvwxyz\n'.repeat(100_000));
    const { embedded } = await mailOf(carrier('multipart/mixed', [`Content-Type: message/rfc822\n\n${large}`]));
    expect(embedded[0]?.attachments.map(({ size }) => size)).toEqual([2_800_000]);
  });
});
