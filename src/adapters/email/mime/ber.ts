/** One value of ASN.1 as BER packs it. */
export type Node = { tag: number; isConstructed: boolean; from: number; to: number; next: number };

/** A13. */
const MAX_DEPTH = 32;
const MAX_CHILDREN = 1_000;

/** The value that starts at `at`, null where none can be read. An indefinite length is found by walking. */
export function nodeAt(bytes: Uint8Array, at: number, end: number = bytes.length, depth = 0): Node | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end || depth > MAX_DEPTH || (tag & 31) === 31) return null;
  const isConstructed = (tag & 32) !== 0;
  if (first === 0x80) return isConstructed ? indefinite(bytes, { tag, isConstructed, from: at + 2 }, end, depth) : null;
  const count = first > 0x80 ? first & 127 : 0;
  if (count > 4 || at + 2 + count > end) return null;
  let length = count === 0 ? first : 0;
  for (let step = 0; step < count; step++) length = length * 256 + (bytes[at + 2 + step] ?? 0);
  const from = at + 2 + count;
  const to = Math.min(from + length, end); // what is cut off at the end is read as far as it goes
  return { tag, isConstructed, from, to, next: to };
}

function indefinite(
  bytes: Uint8Array,
  node: Pick<Node, 'tag' | 'isConstructed' | 'from'>,
  end: number,
  depth: number,
): Node | null {
  let at = node.from;
  for (let children = 0; children < MAX_CHILDREN * 1_000; children++) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { ...node, to: at, next: at + 2 };
    const child = nodeAt(bytes, at, end, depth + 1);
    if (child === null || child.next <= at) return at >= end ? { ...node, to: end, next: end } : null;
    at = child.next;
  }
  return null;
}

/** The values inside one. */
export function childrenOf(bytes: Uint8Array, node: Node): Node[] {
  const children: Node[] = [];
  for (let at = node.from; at < node.to && children.length < MAX_CHILDREN; ) {
    const child = nodeAt(bytes, at, node.to);
    if (child === null) break;
    children.push(child);
    at = child.next;
  }
  return children;
}
