import type { Reading } from './leaf.ts';
import { type Root, scanWhole } from './scan.ts';
import { type Branch, treeOf } from './tree.ts';
import { readPart } from './unpack.ts';

/**
 * Reads the parts of a multipart body that stands in memory.
 *
 * @returns null where no part begins anywhere
 * @throws what `keep` throws
 */
export async function walkWhole(root: Root, body: Uint8Array, reading: Reading): Promise<Branch | null> {
  const tree = treeOf(root.type);
  const contents: Content[] = [];
  let open: Content | null = null;
  for (const piece of scanWhole(root, body)) {
    tree.follow(piece);
    if (piece.kind === 'bytes') open?.pieces.push(piece.bytes);
    else {
      if (open && piece.kind === 'delimiter') open.isEnded = true;
      open = piece.kind === 'leaf' ? { pieces: [], isEnded: false } : null;
      if (open) contents.push(open);
    }
  }
  for (const [slot, content] of contents.entries())
    tree.put(slot, await readPart(tree.leaves[slot] ?? [], bytesOf(content), reading));
  return contents.length === 0 ? null : tree.whole();
}

type Content = { pieces: Buffer[]; isEnded: boolean };

/** Without the line end that belongs to the delimiter. */
function bytesOf({ pieces, isEnded }: Content): Buffer {
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  if (!isEnded || bytes.at(-1) !== LF) return bytes;
  return bytes.subarray(0, bytes.at(-2) === CR ? -2 : -1);
}

const LF = 10;
const CR = 13;
