import { createHash } from 'node:crypto';
import { sha256 } from '../../../domain/ids.ts';
import type { BlobStore, Blobs, Bytes } from '../../../domain/ports.ts';
import { StoreError } from '../errors.ts';

/** Blobs that are gone with the process, for who only looks and for quick tests; `below` is read where they hold nothing. */
export const memoryBlobs = (below: Blobs | null = null): Blobs => ({
  mails: memoryStore(below?.mails),
  attachments: memoryStore(below?.attachments),
  sent: memoryStore(below?.sent),
});

function memoryStore(below?: BlobStore): BlobStore {
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
      if (bytes === undefined && below !== undefined) return yield* below.open(name);
      if (bytes === undefined) throw new StoreError('missing', `${name}: no such mail or attachment is kept`);
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
