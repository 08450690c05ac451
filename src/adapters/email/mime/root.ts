import type { Header } from '../../../domain/mail.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { boundaryIn, LOOKED_AT } from './boundary-in.ts';
import { aboutLeaf, type Leaf, type Reading, textOnly } from './leaf.ts';
import { readUpTo } from './read-up-to.ts';
import { isMultipart, type Root } from './scan.ts';
import { readStructured } from './structured.ts';
import type { Part } from './tree.ts';
import { readPart } from './unpack.ts';
import { walkWhole } from './walk-whole.ts';

/** Reads a mail's body into its parts: small ones in memory, large ones as they pass by. */
export async function readRoot(headers: readonly Header[], body: Bytes, reading: Reading): Promise<Part> {
  const { content, head } = await gathered(body, reading.wholeBytes);
  const root = multipartIn(headers, head);
  if (root === null) return readPart(rootFields(headers), content, reading);
  if (content instanceof Uint8Array) return (await walkWhole(root, content, reading)) ?? plainText(content, reading);
  const { walkStream } = await import('./walk-stream.ts');
  const beginning = beginningOf(content, reading.textBytes);
  return (await walkStream(root, beginning.content, reading)) ?? plainText(Buffer.concat(beginning.bytes), reading);
}

/** Null where there is one part, or no boundary by which to take it apart. */
function multipartIn(headers: readonly Header[], head: () => Uint8Array): Root | null {
  const field = headers.find(({ name }) => name === 'content-type')?.value ?? '';
  if (!/multipart\//i.test(field)) return null;
  const { value: type, params } = readStructured(field);
  if (!isMultipart(type)) return null;
  const boundary = boundaryIn(head(), params.get('boundary') ?? '');
  return boundary === '' ? null : { type, boundary };
}

/** A multipart that cannot be taken apart is shown as it stands. */
const rootFields = (headers: readonly Header[]): readonly Header[] => (isMultipart(aboutLeaf(headers).type.value) ? [] : headers);

/** The body, whole where it is small; `head`: its beginning, as long as is looked into. */
async function gathered(body: Bytes, wholeBytes: number): Promise<{ content: Bytes; head: () => Uint8Array }> {
  if (body instanceof Uint8Array)
    return { content: body.length <= wholeBytes ? body : inPieces(body), head: () => body.subarray(0, LOOKED_AT) };
  const seen = await readUpTo(body, Math.max(wholeBytes, LOOKED_AT));
  if (seen.kind === 'whole') return gathered(seen.bytes, wholeBytes);
  return { content: seen.stream, head: () => Buffer.concat(seen.first).subarray(0, LOOKED_AT) };
}

async function* inPieces(body: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += PIECE_BYTES) yield body.subarray(at, at + PIECE_BYTES);
}

const PIECE_BYTES = 65_536;

/** Where no part begins, the body itself is the text. */
const plainText = (bytes: Uint8Array, { textBytes }: Reading): Leaf => ({
  ...aboutLeaf([]),
  ...textOnly(bytes.subarray(0, textBytes)),
});

/** Looks on while a stream passes by, and remembers how it began. */
function beginningOf(content: AsyncIterable<Uint8Array>, limit: number) {
  const bytes: Uint8Array[] = [];
  let left = limit;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      if (left > 0) bytes.push(Buffer.from(chunk.subarray(0, left)));
      left -= chunk.length;
      yield chunk;
    }
  }
  return { bytes, content: watched() };
}
