import type { Reading } from './leaf.ts';
import { type Piece, type Root, scanStream } from './scan.ts';
import { type Branch, treeOf } from './tree.ts';
import { readPart } from './unpack.ts';

/**
 * Reads the parts of a multipart body as it streams by: memory does not grow with an attachment.
 *
 * @returns what was understood, also where the mail ends or breaks in the middle; null where no part begins anywhere
 * @throws what `keep` throws
 */
export async function walkStream(root: Root, body: AsyncIterable<Uint8Array>, reading: Reading): Promise<Branch | null> {
  const tree = treeOf(root.type);
  const pieces = scanStream(root, body);
  for (let next = await pieces.next(); !next.done; ) {
    const piece = next.value;
    tree.follow(piece);
    if (piece.kind !== 'leaf') next = await pieces.next();
    else {
      const content = contentOf(pieces, (first) => (next = first));
      tree.put(tree.leaves.length - 1, await readPart(piece.fields, content, reading));
      for await (const _ of content); // what the leaf's reader left
    }
  }
  return tree.leaves.length === 0 ? null : tree.whole();
}

/** A leaf's bytes, up to the piece that ends it, which is given back. The line end before a delimiter belongs to that. */
async function* contentOf(pieces: AsyncGenerator<Piece>, behind: (piece: IteratorResult<Piece>) => void): AsyncGenerator<Buffer> {
  let held: Buffer = nothing;
  for (;;) {
    const next = await pieces.next();
    if (next.done || next.value.kind !== 'bytes') {
      behind(next);
      if (held.length > 0 && (next.done || next.value.kind !== 'delimiter')) yield held;
      return;
    }
    const bytes = held.length === 0 ? next.value.bytes : Buffer.concat([held, next.value.bytes]);
    const end = bytes.length - lineEnd(bytes);
    held = bytes.subarray(end);
    if (end > 0) yield bytes.subarray(0, end);
  }
}

const nothing = Buffer.alloc(0);
const LF = 10;
const CR = 13;

/** Bytes at the end that may be a line end, or its beginning. */
function lineEnd(bytes: Buffer): number {
  if (bytes.at(-1) === CR) return 1;
  if (bytes.at(-1) !== LF) return 0;
  return bytes.at(-2) === CR ? 2 : 1;
}
