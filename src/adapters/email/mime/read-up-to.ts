export type Seen =
  | { kind: 'whole'; bytes: Uint8Array }
  | { kind: 'more'; first: readonly Uint8Array[]; stream: AsyncIterable<Uint8Array> };

/** The first bytes of a stream, and whether there were more; the stream given back starts again at the first. */
export async function readUpTo(content: AsyncIterable<Uint8Array>, limit: number): Promise<Seen> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const more = content[Symbol.asyncIterator]();
  for (let next = await more.next(); !next.done; next = await more.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size > limit) return { kind: 'more', first: chunks, stream: joined(chunks, more) };
  }
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  return { kind: 'whole', bytes };
}

async function* joined(first: readonly Uint8Array[], more: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await more.next(); !next.done; next = await more.next()) yield next.value;
}
