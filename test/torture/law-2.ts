import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { Evidence } from './evidence.ts';

/** LAW-2: what is kept is, byte for byte, what the mailbox served or the peer sent. */
export function keptAsItCame({ dir, injected, arrivals, attachments }: Evidence): string[] {
  const sizes = new Map(injected.map(({ sha256, size }) => [sha256, size]));
  const mails = [...new Map(arrivals.map((row) => [row.sha256, row])).values()];
  return [
    ...mails.flatMap((mail) => wrong(join(dir, 'data', 'mails'), mail)),
    ...attachments.flatMap((file) => wrong(join(dir, 'data', 'attachments'), file)),
    ...mails
      .filter(({ sha256 }) => !sizes.has(sha256))
      .map(({ id, sha256 }) => `arrival ${id}: ${sha256} was never sent like that`),
    ...mails
      .filter(({ sha256, size }) => sizes.has(sha256) && sizes.get(sha256) !== size)
      .map(({ id, size }) => `arrival ${id}: ${size} bytes`),
  ];
}

function wrong(root: string, { sha256, size }: { sha256: string; size: number }): string[] {
  const plain = join(root, sha256.slice(0, 2), sha256);
  const packed = `${plain}.zst`;
  if (!existsSync(plain) && !existsSync(packed)) return [`${sha256}: its file is not there`];
  const bytes = existsSync(plain) ? readFileSync(plain) : zstdDecompressSync(readFileSync(packed));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return hash === sha256 && bytes.length === size ? [] : [`${sha256}: its file holds ${bytes.length} bytes of ${hash}`];
}
