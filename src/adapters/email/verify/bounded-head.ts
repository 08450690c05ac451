import type { Bytes } from '../../../domain/ports.ts';

/** What the reader of mails takes of a head too (A13); the verifier's library goes through it letter by letter. */
const mostBytes = 256 * 1024;
const mostLines = 2_000;

/** The same bytes, or null where their head is longer than a mail's may be. */
export async function boundedHead(content: Bytes): Promise<Bytes | null> {
  if (content instanceof Uint8Array) return isBounded(content) ? content : null;
  const chunks = content[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  for (let size = 0; size <= mostBytes; ) {
    const next = await chunks.next();
    if (next.done === true) break;
    seen.push(next.value);
    size += next.value.length;
  }
  const beginning = Buffer.concat(seen);
  return isBounded(beginning) ? onwards(beginning, chunks) : null;
}

function isBounded(bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostBytes));
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => beginning.indexOf(blank)).filter((at) => at >= 0);
  if (ends.length === 0 && bytes.length > mostBytes) return false;
  let lines = 0;
  const end = Math.min(...ends, beginning.length);
  for (let at = beginning.indexOf('\n'); at >= 0 && at < end; at = beginning.indexOf('\n', at + 1)) lines++;
  return lines <= mostLines;
}

async function* onwards(first: Uint8Array, more: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await more.next(); next.done !== true; next = await more.next()) yield next.value;
}
