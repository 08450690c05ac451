import { readHead } from './head.ts';
import type { Leaf, Reading } from './leaf.ts';
import { readPkcs7 } from './signed-data.ts';
import { splitHead } from './split-head.ts';
import type { Part } from './tree.ts';

const HEAD_BYTES = 65_536;
const HEAD_LINES = 400;

/** A text that is signed by being packed into its signature: what is inside, beside it. @see RFC 8551 §3.5.2 */
export async function unpackSigned(leaf: Leaf, reading: Reading): Promise<Part | null> {
  const found = readPkcs7(Buffer.from(leaf.head));
  if (found.kind !== 'signed' || found.content === null) return null;
  const { head, body } = await splitHead(found.content, HEAD_BYTES);
  const { readRoot } = await import('./root.ts'); // it reads parts, and this is one
  const inside = await readRoot(readHead(head, HEAD_LINES).fields, body, reading);
  return { kind: 'branch', type: 'multipart/signed', parts: [leaf, inside] };
}
