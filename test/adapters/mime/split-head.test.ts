import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Split, splitHead } from '../../../src/adapters/email/mime/split-head.ts';
import { inPieces } from './parse.ts';

async function textsOf({ head, body }: Split): Promise<{ head: string; body: string }> {
  const pieces: Uint8Array[] = [];
  if (body instanceof Uint8Array) pieces.push(body);
  else for await (const piece of body) pieces.push(piece);
  return { head: Buffer.from(head).toString('latin1'), body: Buffer.concat(pieces).toString('latin1') };
}

const cut = async (text: string): Promise<{ head: string; body: string }> =>
  textsOf(await splitHead(Buffer.from(text, 'latin1'), 1_000));

// The CR of the last line stays with it: a field's value is trimmed.
test.each([
  ['CRLF', 'A: 1\r\nB: 2\r\n\r\nHi', 'A: 1\r\nB: 2\r', 'Hi'],
  ['LF', 'A: 1\nB: 2\n\nHi', 'A: 1\nB: 2', 'Hi'],
  ['LF, then CRLF', 'A: 1\nB: 2\n\r\nHi', 'A: 1\nB: 2', 'Hi'],
  ['CR of old Macs', 'A: 1\rB: 2\r\rHi', 'A: 1\rB: 2', 'Hi'],
  ['CR of old Macs at the very end', 'A: 1\rB: 2\r\r', 'A: 1\rB: 2', ''],
  ['CRCRLF of a gateway', 'A: 1\r\r\nB: 2\r\r\n\r\r\nHi', 'A: 1\r\r\nB: 2\r\r', 'Hi'],
  ['blank lines before the first field', '\r\n\n\rA: 1\r\n\r\nHi', 'A: 1\r', 'Hi'],
  ['no blank line', 'A: 1\r\nB: 2\r\n', 'A: 1\r\nB: 2\r\n', ''],
  ['nothing but line ends', '\r\n\r\r\n', '', ''],
])('a head ends where its blank line stands: %s', async (_, mail, head, body) => {
  expect(await cut(mail)).toEqual({ head, body });
});

test('A13: a mail in pieces is cut where the whole is, whatever its line ends, and a long head alike', async () => {
  const text = fc
    .array(fc.constantFrom('\r', '\n', '\r\n', '\r\r\n', 'A', ': 1'), { maxLength: 20 })
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 25 }), async (mail, size, limit) => {
      const raw = Buffer.from(mail, 'latin1');
      expect(await textsOf(await splitHead(inPieces(raw, size), limit))).toEqual(await textsOf(await splitHead(raw, limit)));
    }),
    { numRuns: 3_000 },
  );
});

test('what stands behind the blank line is not read before it is asked for', async () => {
  let read = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const piece of ['A: 1\r\n', '\r\nHi', ' there']) {
      read++;
      yield Buffer.from(piece);
    }
  }
  const mail = await splitHead(pieces(), 1_000);
  expect(read).toBe(2);
  expect(await textsOf(mail)).toEqual({ head: 'A: 1\r', body: 'Hi there' });
});
