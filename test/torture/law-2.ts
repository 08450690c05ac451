import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { Evidence } from './evidence.ts';

/** LAW-2: what is kept is, byte for byte, what the mailbox served or the peer sent; what was erased is gone. */
export function keptAsItCame({ dir, injected, arrivals, attachments, erased }: Evidence): string[] {
  const sizes = new Map(injected.map(({ sha256, size }) => [sha256, size]));
  const mails = [...new Map(arrivals.map((row) => [row.sha256, row])).values()];
  return [
    ...mails.flatMap((mail) => (erased.has(mail.sha256) ? left : wrong)(join(dir, 'data', 'mails'), mail)),
    ...attachments.flatMap((file) => wrong(join(dir, 'data', 'attachments'), file)),
    ...mails
      .filter(({ sha256 }) => !sizes.has(sha256))
      .map(({ id, sha256 }) => `arrival ${id}: ${sha256} was never sent like that`),
    ...mails
      .filter(({ sha256, size }) => sizes.has(sha256) && sizes.get(sha256) !== size)
      .map(({ id, size }) => `arrival ${id}: ${size} bytes`),
  ];
}

type Kept = { sha256: string; size: number };

const placesOf = (root: string, { sha256 }: Kept): { plain: string; packed: string } => {
  const plain = join(root, sha256.slice(0, 2), sha256);
  return { plain, packed: `${plain}.zst` };
};

function wrong(root: string, kept: Kept): string[] {
  const { plain, packed } = placesOf(root, kept);
  if (!existsSync(plain) && !existsSync(packed)) return [`${kept.sha256}: its file is not there`];
  const bytes = existsSync(plain) ? readFileSync(plain) : zstdDecompressSync(readFileSync(packed));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const isWhole = hash === kept.sha256 && bytes.length === kept.size;
  return isWhole ? [] : [`${kept.sha256}: its file holds ${bytes.length} bytes of ${hash}`];
}

function left(root: string, kept: Kept): string[] {
  const { plain, packed } = placesOf(root, kept);
  return existsSync(plain) || existsSync(packed) ? [`${kept.sha256}: it was erased, yet its file is there`] : [];
}
