import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { discardAttachments } from '../../../src/adapters/email/mime/discard.ts';
import { threadLimits } from '../../../src/adapters/email/mime/worker/thread.ts';
import { workerParser } from '../../../src/adapters/email/mime/worker/worker-parser.ts';
import { sha256 } from '../../../src/domain/ids.ts';
import type { Parsed } from '../../../src/domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../src/domain/ports.ts';
import { inPieces, parseRaw } from './parse.ts';

const compileCache = null;
const real = workerParser({
  entry: new URL('../../../src/adapters/email/mime/worker/parse-worker.ts', import.meta.url),
  compileCache,
});
const hostile = workerParser({
  entry: new URL('./hostile-worker.ts', import.meta.url),
  compileCache,
  limits: { ...threadLimits, ownTime: 1_000, heapMb: 64, growthMb: 300 },
});
afterAll(() => Promise.all([real.close(), hostile.close()]));

const of = { sha256: sha256('0'.repeat(64)), size: 0, keep: discardAttachments };
const read = (parser: typeof real, open: () => Bytes, keep: AttachmentSink = discardAttachments): Promise<Parsed> =>
  parser.parse(open, { ...of, keep });
const simple = (subject: string, more = ''): Buffer =>
  Buffer.from(`From: a@b.example\r\nSubject: ${subject}\r\n${more}\r\nHello\r\n`);
const withFile = (bytes: Buffer): Buffer =>
  Buffer.from(
    `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHello\r\n--x\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--x--\r\n`,
  );

const withFiles = (count: number, boundary: string, more = ''): string => {
  const file = (at: number) => `--${boundary}\r\nContent-Type: application/zip; name=${at}.zip\r\n\r\n${at}\r\n`;
  const files = Array.from({ length: count }, (_, at) => file(at)).join('');
  return `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${files}${more}--${boundary}--\r\n`;
};
const mailWithin = `--out\r\nContent-Type: message/rfc822\r\n\r\n${withFiles(40, 'in')}`;
const withMailWithin = Buffer.from(withFiles(30, 'out', mailWithin));

describe('a mail read in a thread of its own', () => {
  test.each([
    ['a short one', simple('Hi')],
    ['one with a small file', withFile(randomBytes(3_000))],
    ['one with a large file', withFile(randomBytes(3_000_000))],
    ['one with many files, and a mail with more within', withMailWithin],
    ['an empty one', Buffer.alloc(0)],
  ])('is the same as one read here: %s', async (_, raw) => {
    const here = await parseRaw(raw);
    expect(await read(real, () => raw)).toEqual(here);
    expect(await read(real, () => inPieces(raw, 50_000))).toEqual(here);
  });

  test('many at once come back each to its own', async () => {
    const mails = Array.from({ length: 50 }, (_, at) => simple(`mail ${at}`));
    const parsed = await Promise.all(mails.map((mail) => read(real, () => mail)));
    expect(parsed.map((one) => one.kind === 'mail' && one.mail.subject)).toEqual(mails.map((_, at) => `mail ${at}`));
  });

  test('what the store throws, and what reading throws, is thrown: the machine failed, not the mail', async () => {
    const full = async (): Promise<never> => {
      throw new Error('disk full');
    };
    await expect(read(real, () => withFile(randomBytes(100)), full)).rejects.toThrow('disk full');
    const torn = async function* () {
      yield simple('Hi');
      throw new Error('disk gone');
    };
    await expect(read(real, torn)).rejects.toThrow('disk gone');
    expect((await read(real, () => simple('Hi'))).kind).toBe('mail');
  });
});

describe('a mail that stops its reader', () => {
  test.each([
    ['loop', /took longer than 1 s/],
    ['heap', /took (?:more than 64 MB|longer than 1 s)/],
    ['buffers', /took (?:more than 300 MB|longer than 1 s)/],
    ['exit', /ended early/],
    ['stall', /took longer than 1 s/],
  ])('F-33, A13: %s: tried twice, then unreadable; the others are read within 15 s', async (deed, why) => {
    const start = Date.now();
    let tries = 0;
    const poison = read(hostile, () => {
      tries++;
      return simple('poison', `X-Deed: ${deed}\r\n`);
    });
    const others = [1, 2, 3, 4, 5].map((at) => read(hostile, () => simple(`mail ${at}`)));
    expect(await poison).toMatchObject({ kind: 'unreadable', why: expect.stringMatching(why) });
    expect((await Promise.all(others)).map((one) => one.kind)).toEqual(Array(5).fill('mail'));
    expect(tries).toBe(2);
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  test('F-33: one behind another: each is told from the innocent around it', async () => {
    const mails = ['a', 'loop', 'b', 'exit', 'c'].map((deed) => simple(deed, `X-Deed: ${deed}\r\n`));
    const parsed = await Promise.all(mails.map((mail) => read(hostile, () => mail)));
    expect(parsed.map(({ kind }) => kind)).toEqual(['mail', 'unreadable', 'mail', 'unreadable', 'mail']);
  });

  test('a bug of ours is thrown with its words, and the next mail is read', async () => {
    await expect(read(hostile, () => simple('x', 'X-Deed: throw\r\n'))).rejects.toThrow('a bug');
    expect((await read(hostile, () => simple('Hi'))).kind).toBe('mail');
  });

  test('a store that waits long is not held against the mail', async () => {
    const slow: AttachmentSink = async (content) => {
      await new Promise((resolve) => setTimeout(resolve, 2_000)); // longer than the limit of the thread's own time
      return discardAttachments(content);
    };
    expect((await read(hostile, () => withFile(randomBytes(100)), slow)).kind).toBe('mail');
  });

  test("a thread that cannot start is no mail's fault", async () => {
    const broken = workerParser({ entry: new URL('./no-such-worker.ts', import.meta.url), compileCache });
    await expect(read(broken, () => simple('Hi'))).rejects.toThrow('reading it failed');
  });
});
