import { zstdCompressSync } from 'node:zlib';

/** Bytes of the smallest unit most file systems give out: below it a smaller file takes no less room. */
const block = 4096;

const blocks = (size: number): number => Math.ceil(size / block);

/** The bytes as zstd, where that frees a tenth and at least one block of the disk; else as they are. */
export function packed(content: Uint8Array): { bytes: Uint8Array; suffix: '' | '.zst' } {
  if (content.length <= block) return { bytes: content, suffix: '' };
  const smaller = zstdCompressSync(content);
  const pays = smaller.length < content.length * 0.9 && blocks(smaller.length) < blocks(content.length);
  return pays ? { bytes: smaller, suffix: '.zst' } : { bytes: content, suffix: '' };
}

/** Whether the beginning of a large content promises that compressing the whole pays. */
export const promisesToPack = (beginning: Uint8Array): boolean => packed(beginning).suffix === '.zst';
