import type { Header } from '../../../domain/mail.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { fileName, isPkcs7, type Leaf, type Reading, readLeaf } from './leaf.ts';
import type { Part } from './tree.ts';

/** Kinds of parts that have something inside, by type or name, and the bytes of them that are read into memory (A18). */
const packings: readonly Packing[] = [
  {
    holds: (leaf) => /^application\/(?:vnd\.)?ms-tnef$/.test(leaf.type.value) || /^winmail\d*\.dat$/i.test(fileName(leaf)),
    unpack: async (leaf, reading) => (await import('./unpack-tnef.ts')).unpackTnef(leaf, reading),
  },
  {
    holds: isPkcs7,
    unpack: async (leaf, reading) => (await import('./unpack-signed.ts')).unpackSigned(leaf, reading),
  },
  {
    holds: ({ type, file, head }) => file === null && type.value !== 'text/html' && Buffer.from(head).includes('\nend'),
    unpack: async (leaf, reading) => (await import('./unpack-uu.ts')).unpackUu(leaf, reading),
  },
];

type Packing = {
  holds(leaf: Leaf): boolean;
  /** Null where nothing can be taken out. */
  unpack(leaf: Leaf, reading: Reading): Promise<Part | null>;
};

/** Reads a part, and what is packed inside it. The part itself is kept as it came. */
export async function readPart(headers: readonly Header[], content: Bytes, reading: Reading): Promise<Part> {
  const leaf = await readLeaf(headers, content, reading);
  const { packed } = reading;
  if ((leaf.file !== null && leaf.head.length < leaf.file.size) || packed.left <= 0 || packed.depth <= 0) return leaf;
  const packing = packings.find(({ holds }) => holds(leaf));
  if (packing === undefined) return leaf;
  packed.depth--;
  const part = await packing.unpack(leaf, reading);
  packed.depth++;
  if (part?.kind === 'branch') packed.left -= part.parts.length;
  return part ?? leaf;
}
