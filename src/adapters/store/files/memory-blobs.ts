import { createHash } from 'node:crypto';
import { sha256 } from '../../../domain/ids.ts';
import type { BlobStore, Blobs, Bytes } from '../../../domain/ports.ts';
import { StoreError } from '../errors.ts';

/** Blobs that are gone with the process: for `explain` and quick tests. */
export const memoryBlobs = (): Blobs => ({ mails: memoryStore(), attachments: memoryStore() });

function memoryStore(): BlobStore {
  const kept = new Map<string, Uint8Array>();
  return {
    async keep(contents) {
      const names = [];
      for (const content of contents) {
        const bytes = await wholeOf(content);
        const name = sha256(createHash('sha256').update(bytes).digest('hex'));
        kept.set(name, bytes);
        names.push({ sha256: name, size: bytes.length });
      }
      return names;
    },
    async erase(name) {
      kept.delete(name);
    },
    async *open(name) {
      const bytes = kept.get(name);
      if (!bytes) throw new StoreError('missing', `${name}: no such mail or attachment is kept`);
      yield bytes.slice(); // whoever reads a stream may do with its pieces what they like
    },
  };
}

async function wholeOf(content: Bytes): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
