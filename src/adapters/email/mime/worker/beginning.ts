import type { Bytes } from '../../../../domain/ports.ts';

/** Bytes that are handed over at once: for most mails all there are, so that the thread need not ask. */
const AT_ONCE = 256 * 1024;

/** How a mail begins, and what comes behind, null where that is all. */
export type Beginning = { bytes: Uint8Array; rest: AsyncIterator<Uint8Array> | null };

/** @throws what reading throws */
export async function beginningOf(content: Bytes): Promise<Beginning> {
  if (content instanceof Uint8Array) return { bytes: content, rest: null };
  const rest = content[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  for (let size = 0; size < AT_ONCE; ) {
    const next = await rest.next();
    if (next.done) return { bytes: whole(pieces), rest: null };
    pieces.push(next.value);
    size += next.value.length;
  }
  return { bytes: whole(pieces), rest };
}

const whole = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
