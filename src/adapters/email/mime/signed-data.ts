import { childrenOf, type Node, nodeAt } from './ber.ts';

/** What a PKCS #7 message is, by the object id that it begins with. */
export type Pkcs7 = { kind: 'signed'; content: Buffer | null } | { kind: 'enveloped' } | { kind: 'unknown' };

/** Object ids in hex: RFC 5652 §5.1, §6.1, §8; RFC 5083 §2. */
const signed = '2a864886f70d010702';
const enveloped = new Set(['2a864886f70d010703', '2a864886f70d010706', '2a864886f70d0109100117']);
const OCTETS = 4;

/** Takes a PKCS #7 message apart, without a look at the signature: who signed is not asked here. */
export function readPkcs7(bytes: Buffer): Pkcs7 {
  const outer = nodeAt(bytes, 0);
  const [type, wrapped] = outer ? childrenOf(bytes, outer) : [];
  const id = type ? bytes.toString('hex', type.from, type.to) : '';
  if (enveloped.has(id)) return { kind: 'enveloped' };
  if (id !== signed || !wrapped) return { kind: 'unknown' };
  return { kind: 'signed', content: contentOf(bytes, wrapped) };
}

/** SignedData: version, digest algorithms, then the content with its type; null where it stands elsewhere. */
function contentOf(bytes: Buffer, wrapped: Node): Buffer | null {
  const data = childrenOf(bytes, wrapped)[0];
  const inner = data ? childrenOf(bytes, data)[2] : undefined;
  const content = inner ? childrenOf(bytes, inner)[1] : undefined;
  const pieces = content ? octetsIn(bytes, content, 0) : [];
  return pieces.length === 0 ? null : Buffer.concat(pieces);
}

const MAX_NESTED = 4;

/** Written piece by piece, a content is a string of strings. */
function octetsIn(bytes: Buffer, node: Node, depth: number): Buffer[] {
  if (!node.isConstructed) return node.tag === OCTETS ? [bytes.subarray(node.from, node.to)] : [];
  if (depth > MAX_NESTED) return [];
  const pieces: Buffer[] = [];
  for (let at = node.from; at < node.to; ) {
    const child = nodeAt(bytes, at, node.to);
    if (child === null) break;
    pieces.push(...octetsIn(bytes, child, depth + 1));
    at = child.next;
  }
  return pieces;
}
