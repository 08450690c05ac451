import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { composeRaw } from '../../../src/adapters/email/send/compose-raw.ts';
import { UnsafeHeader } from '../../../src/adapters/email/send/unsafe-header.ts';
import { messageId, sha256 } from '../../../src/domain/ids.ts';
import type { Attachment } from '../../../src/domain/mail.ts';
import type { BlobStore } from '../../../src/domain/ports.ts';
import type { OutboundMail } from '../../../src/domain/sender.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';
import { meant } from './meant.ts';

const none = blobsOf({});

async function written(mail: OutboundMail, store: BlobStore = none): Promise<Buffer> {
  const { content } = composeRaw(mail, store);
  return Buffer.isBuffer(content) ? content : buffer(content);
}

const linesOf = (raw: Buffer): string[] => raw.toString('latin1').split('\r\n');
const headOf = (raw: Buffer): string => raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
const count = (raw: Buffer, field: string): number => headOf(raw).match(new RegExp(`^${field}:`, 'gim'))?.length ?? 0;

/** What every mail that leaves must hold to, whatever it says. */
function expectFitForTheWire(raw: Buffer): void {
  const text = raw.toString('latin1');
  expect(text).not.toMatch(/\r(?!\n)|(?<!\r)\n|\0/);
  expect(Math.max(...linesOf(raw).map((line) => line.length))).toBeLessThanOrEqual(998);
  for (const field of ['From', 'To', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type'])
    expect([field, count(raw, field)]).toEqual([field, 1]);
  for (const field of ['Subject', 'Reply-To', 'In-Reply-To', 'References']) expect(count(raw, field)).toBeLessThanOrEqual(1);
  for (const field of ['Bcc', 'Cc', 'Sender']) expect([field, count(raw, field)]).toEqual([field, 0]);
}

test('5322-1: a plain acknowledgement, read back', async () => {
  const raw = await written(anOutboundMail());
  const mail = await simpleParser(raw);

  expectFitForTheWire(raw);
  expect(mail.from?.value).toEqual([{ name: 'Desk Support', address: 'support@desk.example' }]);
  expect(mail.replyTo?.value).toEqual([{ name: '', address: 'support+t.abc@desk.example' }]);
  expect(mail).toMatchObject({
    subject: '[HD-1042] Printer jams',
    messageId: '<1.abc@desk.example>',
    inReplyTo: '<first@customer.example>',
    references: '<first@customer.example>',
    date: new Date(Date.UTC(2026, 2, 2, 3, 30)),
    text: 'Hello Asha,\n\nwe have your request.',
    html: '<p>Hello Asha,</p><p>we have your request.</p>\n',
  });
});

test('3834-3, xars-1: the marks of automatic mail are written as given', async () => {
  const head = headOf(await written(anOutboundMail()));
  expect(head).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
  expect(head).toMatch(/^X-Auto-Response-Suppress: All\r?$/m);
});

test('the same mail gives the same bytes', async () => {
  expect(await written(anOutboundMail())).toEqual(await written(anOutboundMail()));
});

test('5322-3: of a long thread the first and the last 39 ids are kept', async () => {
  const references = Array.from({ length: 100 }, (_, at) => messageId(`<${at}@thread.example>`));
  const raw = await written(anOutboundMail({ references }));
  const mail = await simpleParser(raw);

  expectFitForTheWire(raw);
  expect(mail.references).toEqual([references[0], ...references.slice(-39)]);
});

test('an id nobody can write (5 kB, 8-bit) is left out, and the mail leaves all the same', async () => {
  const long = messageId(`<${'x'.repeat(5_000)}@a.example>`);
  const wide = messageId('<jürgen@a.example>');
  const raw = await written(anOutboundMail({ inReplyTo: long, references: [long, messageId('<ok@a.example>'), wide] }));

  expectFitForTheWire(raw);
  expect((await simpleParser(raw)).references).toBe('<ok@a.example>');
  expect(count(raw, 'In-Reply-To')).toBe(0);
});

const eve = '\r\nBcc: eve@evil.example';
const hostile: [string, Partial<OutboundMail>][] = [
  ['subject', { subject: `hi${eve}` }],
  ['bare CR in the subject (Roundcube)', { subject: 'hi\rBcc: eve@evil.example' }],
  ['bare LF in the subject', { subject: 'hi\nBcc: eve@evil.example' }],
  ['NUL in the subject', { subject: 'hi\0' }],
  ['sender name', { from: { name: `Desk${eve}`, address: 'a@desk.example' } }],
  ['sender address', { from: { name: 'Desk', address: `a@desk.example${eve}` } }],
  ['recipient name', { to: { name: `Asha${eve}`, address: 'a@customer.example' } }],
  ['two addresses in one', { to: { name: '', address: 'a@customer.example, eve@evil.example' } }],
  ['an address in angle brackets', { to: { name: '', address: 'a@customer.example> <eve@evil.example' } }],
  ['an address with invisible signs', { to: { name: '', address: 'asha\u202e@customer.example' } }],
  ['no address', { to: { name: 'Asha', address: '' } }],
  ['Reply-To', { replyTo: `a@desk.example${eve}` }],
  ['Message-ID', { messageId: messageId(`<a@desk.example>${eve}`) }],
  ['In-Reply-To', { inReplyTo: messageId(`<a@desk.example>${eve}`) }],
  ['References (Roundcube)', { references: [messageId(`<a@desk.example>${eve}`)] }],
  ['a header of ours', { headers: [{ name: 'X-Loop', value: `a${eve}` }] }],
  ['a header name', { headers: [{ name: `X-Loop: a${eve}`, value: 'b' }] }],
  ['a second From', { headers: [{ name: 'FROM', value: 'eve@evil.example' }] }],
  ['a Bcc', { headers: [{ name: 'Bcc', value: 'eve@evil.example' }] }],
  ['envelope sender', { envelope: { from: `a@desk.example>${eve}`, to: 'a@customer.example' } }],
  ['envelope recipient (CVE-2012-4730)', { envelope: { from: '', to: 'a@customer.example>\r\nRCPT TO:<eve@evil.example' } }],
  ['two envelope recipients', { envelope: { from: '', to: 'a@customer.example,eve@evil.example' } }],
];

test.each(hostile)('A10: %s cannot smuggle a field', (_what, given) => {
  expect(() => composeRaw(anOutboundMail(given), none)).toThrow(UnsafeHeader);
});

test('A10: a file name cannot smuggle a field', () => {
  const attachments = [anAttachment({ filename: `a.txt${eve}` })];
  expect(() => composeRaw(anOutboundMail({ attachments }), none)).toThrow(UnsafeHeader);
});

const anAttachment = (given: Partial<Attachment> = {}): Attachment => ({
  filename: 'report.pdf',
  contentType: 'application/pdf',
  size: 3,
  inline: false,
  cid: null,
  sha256: sha256('aa'),
  ...given,
});

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the same the writer makes blanks of
    .replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\t ]+/g, ' ')
    .trim();

const anyText = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      '=?utf-8?Q?=41?=',
      '=?',
      '?=',
      ' ',
      '\t',
      '"',
      '\\',
      '<',
      '>',
      ',',
      ':',
      ';',
      '@',
      'ä',
      '\r',
      '\n',
      '.',
    ),
  }),
  fc.string({ unit: fc.constantFrom('x'), minLength: 900, maxLength: 3_000 }),
  fc.constantFrom('', ' ', '=?utf-8?B?SGVsbG8=?=', ' \r\n ', 'a\r\n b', '日本語'.repeat(80), '👩‍👩‍👧'.repeat(40)),
);

test('A10: any subject and names either throw or come back as they were, in a mail of one From, Date and Message-ID', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (subject, fromName, toName) => {
      const given = anOutboundMail({
        subject,
        from: { name: fromName, address: 'support@desk.example' },
        to: { name: toName, address: 'asha@customer.example' },
      });
      if (/[\r\n\0]/.test(subject + fromName + toName)) {
        expect(() => composeRaw(given, none)).toThrow(UnsafeHeader);
        return;
      }
      const raw = await written(given);
      const mail = await simpleParser(raw);
      expectFitForTheWire(raw);
      expect(mail.subject ?? '').toBe(oneLine(subject));
      expect(mail.from?.value).toEqual([{ name: shownName(fromName), address: 'support@desk.example' }]);
      expect([mail.to].flat()[0]?.value).toEqual([{ name: shownName(toName), address: 'asha@customer.example' }]);
    }),
    { numRuns: 500 },
  );
});

const shownName = (name: string): string => [...oneLine(name).replaceAll('=?', '= ?')].slice(0, 120).join('').trim();

test('A10: any References either throw or come back as those of them that fit a line', async () => {
  const id = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.stringMatching(/^<[a-z0-9.$%+-]{1,80}@[a-z.]{1,80}>$/),
    fc.constant(`<${'y'.repeat(900)}@x>`),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(id, { maxLength: 60 }), async (ids) => {
      const given = anOutboundMail({ references: ids.map(messageId) });
      if (ids.some((one) => /[\r\n\0]/.test(one))) {
        expect(() => composeRaw(given, none)).toThrow(UnsafeHeader);
        return;
      }
      const raw = await written(given);
      expectFitForTheWire(raw);
      const fit = ids.filter((one) => one.length <= 500 && /^<[^<>\s]+>$/.test(one) && /^[\x21-\x7e]+$/.test(one));
      const kept = fit.length <= 40 ? fit : [fit[0], ...fit.slice(-39)];
      expect([(await simpleParser(raw)).references ?? []].flat()).toEqual(kept);
    }),
    { numRuns: 200 },
  );
});

test('A11: no text lets a bare CR or LF, or a lone dot, out', async () => {
  const body = fc.string({
    unit: fc.constantFrom('\r', '\n', '.', '\r\n.\r\n', 'a', 'ä', '=', ' ', '--=_-', '\0', 'x'.repeat(1_100)),
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(body, body, async (text, html) => {
      const raw = await written(anOutboundMail({ text: `${text}.`, html: `${html}.` }));
      expectFitForTheWire(raw);
      const mail = await simpleParser(raw);
      expect(mail.text).toBe(meant(`${text}.`.replace(/\r\n|\r/g, '\n')));
      expect(mail.html).toBe(`${html}.`.replace(/\r\n|\r/g, '\n'));
    }),
    { numRuns: 200 },
  );
});

test('an international domain is written in ASCII, in header and envelope alike', async () => {
  const given = anOutboundMail({
    to: { name: '', address: 'asha@bücher.example' },
    envelope: { from: '', to: 'asha@bücher.example' },
  });
  expect(headOf(await written(given))).toMatch(/^To: asha@xn--bcher-kva\.example\r?$/m);
});

/** The text parts of a multipart mail, headers and all. */
const textParts = (raw: Buffer): string[] =>
  raw
    .toString('latin1')
    .split(/(?:\r\n)?--=_-[0-9a-f]+-Part_\d+(?:--)?\r\n/)
    .filter((part) => part.startsWith('Content-Type: text/'));

test('what is written without streams is what the library writes with them', async () => {
  const bodies = [{}, { text: 'ä'.repeat(900), html: '<p>\n\n.\n</p>' }, { text: ' \n\t', html: 'x'.repeat(2_000) }];
  for (const given of bodies) {
    const quick = await written(anOutboundMail(given));
    const streamed = await written(
      anOutboundMail({ ...given, attachments: [anAttachment()] }),
      blobsOf({ aa: Buffer.from('a') }),
    );
    expect(textParts(quick)).toHaveLength(2);
    expect(textParts(quick)).toEqual(textParts(streamed));
  }
});

test('a mail with text alone has one part', async () => {
  const raw = await written(anOutboundMail({ html: '', text: 'Büro' }));
  expectFitForTheWire(raw);
  expect(headOf(raw)).toMatch(/Content-Type: text\/plain; charset=utf-8/);
  expect(raw.toString()).toMatch(/B=C3=BCro\r\n$/);
});

test('2231: attachments are streamed from the store under their own names', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256));
  const filename = 'Übersicht "Q1" — 請求書.pdf';
  const raw = await written(anOutboundMail({ attachments: [anAttachment({ filename })] }), blobsOf({ aa: bytes }));
  const mail = await simpleParser(raw);

  expectFitForTheWire(raw);
  expect(raw.toString('latin1')).toMatch(/filename\*0?\*?=utf-8''/i);
  expect(mail.attachments).toHaveLength(1);
  expect(mail.attachments[0]).toMatchObject({ filename, contentType: 'application/pdf', contentDisposition: 'attachment' });
  expect(mail.attachments[0]?.content.equals(bytes)).toBe(true);
  expect(mail.text).toMatch(/we have your request/);
});

const awkward: [string, Partial<Attachment>, RegExp][] = [
  [
    'a mail as attachment',
    { contentType: 'message/rfc822', filename: 'a.eml' },
    /Content-Type: application\/octet-stream; name=a\.eml/,
  ],
  ['a multipart type', { contentType: 'multipart/mixed' }, /Content-Type: application\/octet-stream/],
  ['a type with parameters', { contentType: 'text/html; charset="x"' }, /Content-Type: application\/octet-stream/],
  ['no name', { filename: '' }, /filename=attachment/],
  ['a picture in the text', { contentType: 'image/png', inline: true, cid: 'pic@a' }, /Content-Id: <pic@a>/i],
  ['a hostile Content-ID', { contentType: 'image/png', inline: true, cid: `a>${eve}` }, /Content-Disposition: attachment/],
];

test.each(awkward)('%s leaves whole', async (_what, given, shown) => {
  const bytes = Buffer.from('From: a\n\nbare\rends\n.\n');
  const raw = await written(anOutboundMail({ attachments: [anAttachment(given)] }), blobsOf({ aa: bytes }));

  expectFitForTheWire(raw);
  expect(raw.toString('latin1')).toMatch(shown);
  expect((await simpleParser(raw)).attachments[0]?.content.toString()).toBe(bytes.toString());
});
