import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFilename } from '../../../src/adapters/email/mime/filename.ts';
import { composeRaw } from '../../../src/adapters/email/send/compose-raw.ts';
import { messageId, sha256 } from '../../../src/domain/ids.ts';
import type { Attachment, Mail } from '../../../src/domain/mail.ts';
import type { OutboundMail } from '../../../src/domain/sender.ts';
import { anOutboundMail, blobsOf } from '../send/an-outbound-mail.ts';
import { meant } from '../send/meant.ts';
import { parseRaw } from './parse.ts';

/** What the house writes, read by the house. */
async function readBack(given: OutboundMail, files: Record<string, Buffer> = {}): Promise<Mail> {
  const { content } = composeRaw(given, blobsOf(files));
  const parsed = await parseRaw(Buffer.isBuffer(content) ? content : await buffer(content));
  if (parsed.kind !== 'mail') throw new Error(parsed.why);
  return parsed.mail;
}

const letters = 'abcXYZ äöüßéñçøåłğşİ Привет мир 日本語 テスト 中文 한국어 हिन्दी العربية עברית ไทย 😀👩‍👩‍👧 ₹€№';
const marks = [
  ' ',
  '  ',
  ',',
  ';',
  ':',
  '.',
  '@',
  '<',
  '>',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '/',
  '=',
  '=?',
  '?=',
  '=?utf-8?Q?a?=',
  '_',
  '%',
  '%41',
  '--',
  '|',
  '+',
  '-',
  '\t',
];
const words = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters, ...marks), maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', 'x'.repeat(300), '日本語'.repeat(60), `${'wort '.repeat(60)}ende`, 'Re: [HD-1042] Grüße'),
);

/** As the writer writes it: one line, no controls. */
const written = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029 ]+/gu, ' ')
    .trim();

/** And as a person sees it. */
const oneLine = (text: string): string => written(text).replace(/\s+/g, ' ').trim();

test('any subject in any script comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(words, async (subject) => {
      expect((await readBack(anOutboundMail({ subject }))).subject).toBe(oneLine(subject));
    }),
    { numRuns: 400 },
  );
});

test('any names and addresses come back as they were, but for quotes around a name', async () => {
  const local = fc.oneof(
    fc.stringMatching(/^[a-z0-9][a-z0-9.+_=-]{0,30}[a-z0-9]$/),
    fc.constantFrom('"jane doe"', '"a@b"', "o'neil", 'user%x'),
  );
  const address = fc
    .tuple(local, fc.constantFrom('customer.example', 'a-b.c.example', '[192.0.2.1]'))
    .map((two) => two.join('@'));
  await fc.assert(
    fc.asyncProperty(words, words, address, address, async (fromName, toName, from, to) => {
      const given = anOutboundMail({ from: { name: fromName, address: from }, to: { name: toName, address: to } });
      const mail = await readBack(given);
      expect(mail.from).toEqual({ name: shownName(fromName, from), address: from });
      expect(mail.to).toEqual([{ name: shownName(toName, to), address: to }]);
    }),
    { numRuns: 600 },
  );
});

function shownName(name: string, address: string): string {
  const text = [...oneLine(name).replaceAll('=?', '= ?')].slice(0, 120).join('').trim();
  const bare = /^(["']).+\1$/.test(text) ? text.slice(1, -1).trim() : text;
  return bare.toLowerCase() === address ? '' : bare;
}

test('any text comes back as it was', async () => {
  const line = fc.oneof(words, fc.constantFrom('', '.', '..', '-- ', '--x', 'From here', '> quoted', ' indented', 'a='));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const text = lines.join('\n');
      const expected = meant(text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '')).trimEnd();
      fc.pre(expected.trim() !== '' && !/^begin [0-7]{3}/m.test(expected));
      expect((await readBack(anOutboundMail({ text }))).text).toBe(expected);
    }),
    { numRuns: 400 },
  );
});

test('files come back with their names and bytes, pictures with their ids', async () => {
  const file = fc.record({
    name: words,
    bytes: fc.uint8Array({ maxLength: 300 }),
    type: fc.constantFrom('image/png', 'text/plain', 'message/rfc822', 'x', 'application/pdf'),
    cid: fc.constantFrom(null, 'logo@x'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
      const stored = files.map(({ bytes }) => Buffer.from(bytes));
      const attachments = files.map(({ name, type, cid }, at): Attachment => {
        const hash = sha256(
          createHash('sha256')
            .update(stored[at] as Buffer)
            .digest('hex'),
        );
        return { filename: name, contentType: type, size: stored[at]?.length ?? 0, inline: cid !== null, cid, sha256: hash };
      });
      const byHash = Object.fromEntries(attachments.map((one, at) => [one.sha256, stored[at] as Buffer]));
      const mail = await readBack(anOutboundMail({ attachments }), byHash);
      const shown = (list: readonly Attachment[]) =>
        list.map(({ filename, size, sha256, cid }) => JSON.stringify({ filename, size, sha256, cid })).sort(); // pictures stand first
      const meant = attachments.map((one) => ({
        ...one,
        filename: safeFilename(written(one.filename).replaceAll('=?', '= ?') || 'attachment'),
      }));
      expect(shown(mail.attachments)).toEqual(shown(meant));
    }),
    { numRuns: 300 },
  );
});

test('5322-3: ids, dates and what is answered come back as they were', async () => {
  const id = fc.stringMatching(/^<[a-z0-9.$%+=_-]{1,80}@[a-z.-]{1,80}>$/).map(messageId);
  const instant = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);
  await fc.assert(
    fc.asyncProperty(id, fc.uniqueArray(id, { maxLength: 39 }), instant, async (own, references, date) => {
      const mail = await readBack(anOutboundMail({ messageId: own, references, inReplyTo: references.at(-1) ?? null, date }));
      expect(mail).toMatchObject({ messageId: own, references, inReplyTo: references.at(-1) ?? null, date });
    }),
    { numRuns: 200 },
  );
});
