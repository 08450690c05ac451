import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../domain/ids.ts';
import type { AttachmentSink } from '../../../domain/ports.ts';

/** `foldedHash` is of the bytes without CR where their line ends are the transport's. */
export type KeptFile = { sha256: Sha256; size: number; foldedHash: string };

/**
 * Gives a file's bytes to the store as they come, and keeps the first `headBytes` to look into.
 *
 * @param ownLineEnds its line ends are the sender's: they were packed for the way
 */
export async function keepFile(
  content: AsyncIterable<Uint8Array>,
  keep: AttachmentSink,
  ownLineEnds: boolean,
  headBytes: number,
): Promise<{ head: Uint8Array; file: KeptFile }> {
  const head: Uint8Array[] = [];
  let left = headBytes;
  const folded = createHash('sha256');
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      if (left > 0) head.push(Uint8Array.prototype.slice.call(chunk, 0, left));
      left -= chunk.length;
      if (!ownLineEnds) folded.update(withoutCr(chunk));
      yield chunk;
    }
  }
  const { sha256, size } = await keep(watched());
  return { head: Buffer.concat(head), file: { sha256, size, foldedHash: ownLineEnds ? sha256 : folded.digest('hex') } };
}

/** As a string: the one way that is not slow. */
const withoutCr = (chunk: Uint8Array): Uint8Array =>
  chunk.includes(13) ? Buffer.from(Buffer.from(chunk).toString('latin1').replaceAll('\r', ''), 'latin1') : chunk;
