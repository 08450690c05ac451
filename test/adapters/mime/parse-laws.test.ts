import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discardAttachments } from '../../../src/adapters/email/mime/discard.ts';
import { parseLimits, parseMail } from '../../../src/adapters/email/mime/parse-mail.ts';
import { sha256 } from '../../../src/domain/ids.ts';
import { inPieces, mailOf, parseRaw } from './parse.ts';

const sample = readFileSync(new URL('../../mails/printer-with-picture.eml', import.meta.url));
const crlf = Buffer.from(sample.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');

describe('laws of parsing', () => {
  test('any bytes give a mail or "unreadable", never a throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect((await parseRaw(bytes)).kind).toMatch(/^(?:mail|unreadable)$/);
      }),
      { numRuns: 300 },
    );
  });

  test('a mail with bytes changed, cut or doubled gives a mail or "unreadable", never a throw', async () => {
    const edit = fc.record({ at: fc.nat(crlf.length), remove: fc.nat(200), insert: fc.uint8Array({ maxLength: 50 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 6 }), async (edits) => {
        const mutated = edits.reduce<Buffer>(
          (bytes, { at, remove, insert }) => Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]),
          crlf,
        );
        expect((await parseRaw(mutated)).kind).toMatch(/^(?:mail|unreadable)$/);
      }),
      { numRuns: 300 },
    );
  });

  test('a mail that comes in pieces is the same mail', async () => {
    const whole = await parseRaw(crlf);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        expect(await parseRaw(inPieces(crlf, size))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  test('a mail read in memory is the same as one that passes by', async () => {
    const parts = [
      '\n\nHello\n',
      '\n\n\n',
      '',
      '\nContent-Type: text/html\n\n<b>Hi</b>',
      '\nContent-Type: image/png; name=a.png\n\nabc\n',
    ];
    const deeper = '\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\none\n--y\nContent-Type: text/html\n\n<p>two';
    const tail = fc.constantFrom('--x--\n', '--x', '', '--x--\n--x\n\nlate\n');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...parts, deeper), { maxLength: 5 }), tail, async (some, end) => {
        const raw = Buffer.from(
          `From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n${some.map((part) => `--x${part}\n`).join('')}${end}`,
        );
        const passing = {
          sha256: sha256('0'.repeat(64)),
          size: 0,
          keep: discardAttachments,
          limits: { ...parseLimits, wholeBytes: 0 },
        };
        expect(await parseMail(inPieces(raw, 7), passing)).toEqual(await parseRaw(raw));
      }),
      { numRuns: 200 },
    );
  });

  test('what the sink throws is thrown: the machine failed, not the mail', async () => {
    const keep = async (): Promise<never> => {
      throw new Error('disk full');
    };
    await expect(parseMail(crlf, { sha256: sha256('0'.repeat(64)), size: 0, keep })).rejects.toThrow('disk full');
  });
});

describe('content hash', () => {
  const base = 'From: a@b.example\nTo: c@d.example\nSubject: Hi\nDate: Mon, 02 Mar 2026 10:00:00 +0000\nMessage-ID: <1@b>\n';
  const hash = async (text: string): Promise<string> => (await mailOf(text)).contentHash;

  test('F-36: other Received lines, other trace fields, other line ends give the same', async () => {
    const mail = `${base}\nHello\nthere\n`;
    const same = `Received: x\nDelivered-To: y@z\nX-Spam: no\nAuthentication-Results: q\n${base.replace('Subject: Hi', 'subject:  Hi')}\nHello\nthere\n\n`;
    expect(await hash(same)).toBe(await hash(mail));
    const lf = await parseRaw(Buffer.from(mail));
    expect(lf.kind === 'mail' && lf.mail.contentHash).toBe(await hash(mail));
  });

  test('F-36: a file sent with other line ends is the same file', async () => {
    const mail = `${base}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x\nContent-Type: text/csv; name=a.csv\n\na,b\nc,d\n--x--\n`;
    const lf = await parseRaw(Buffer.from(mail));
    expect(lf.kind === 'mail' && lf.mail.contentHash).toBe(await hash(mail));
  });

  test.each([
    ['From', 'From: a@b', 'From: A@x'],
    ['Subject', 'Subject: Hi', 'Subject: Ho'],
    ['Date', '10:00:00', '10:00:01'],
    ['Message-ID', '<1@b>', '<2@b>'],
    ['text', 'Hello', 'Hallo'],
    ['file', 'abc', 'abd'],
  ])('F-39: another %s gives another', async (_, from, to) => {
    const mail = `${base}Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHello\n--x\nContent-Type: image/png\n\nabc\n--x--\n`;
    expect(await hash(mail.replace(from, to))).not.toBe(await hash(mail));
  });
});
