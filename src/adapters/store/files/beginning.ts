import type { Bytes } from '../../../domain/ports.ts';

/** Bytes up to which a content is held in memory whole; larger ones pass by in pieces. */
const smallest = 64 * 1024;

export type Begun =
  | { kind: 'whole'; content: Uint8Array }
  /** `whole` gives everything, the beginning included. */
  | { kind: 'more'; beginning: Uint8Array; whole: AsyncIterable<Uint8Array> };

/** Looks at the first bytes of a content without losing them. */
export async function beginningOf(content: Bytes): Promise<Begun> {
  if (content instanceof Uint8Array)
    return content.length <= smallest
      ? { kind: 'whole', content }
      : { kind: 'more', beginning: content.subarray(0, smallest), whole: inPieces(content) };
  const rest = content[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  for (let size = 0; size <= smallest; ) {
    const next = await rest.next();
    if (next.done) return { kind: 'whole', content: joined(chunks) };
    chunks.push(next.value);
    size += next.value.length;
  }
  return { kind: 'more', beginning: joined(chunks).subarray(0, smallest), whole: andThen(chunks, rest) };
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);

async function* inPieces(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += smallest) yield content.subarray(at, at + smallest);
}

async function* andThen(chunks: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
