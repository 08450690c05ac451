import type { Bytes } from '../domain/ports.ts';

const small = 256 * 1024;

/** A stream with something in it, or null where it is empty. What is small comes whole, what is large goes on streaming. */
export async function firstByte(stream: AsyncIterable<Uint8Array>): Promise<Bytes | null> {
  const source = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  for (let next = await source.next(); next.done !== true; next = await source.next()) {
    head.push(next.value);
    size += next.value.length;
    if (size > small) return rest(head, source);
  }
  return size === 0 ? null : Buffer.concat(head);
}

async function* rest(head: readonly Uint8Array[], source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}
