import type { BlobStore, Store } from '../domain/ports.ts';

/** Told once, with the words, when a write or fsync failed: nobody knows what is durable now, so the desk must stop (F-27). */
export type OnBroken = (why: string) => void;

/** The same store, watched for the one failure after which nothing may go on. */
export function watchedStore(store: Store, onBroken: OnBroken): Store {
  return {
    read: (work) => watched(onBroken, store.read(work)),
    write: (work) => watched(onBroken, store.write(work)),
    foreignCommits: () => watched(onBroken, store.foreignCommits()),
    close: () => store.close(),
  };
}

/** The same blobs, watched likewise. */
export const watchedBlobs = (blobs: BlobStore, onBroken: OnBroken): BlobStore => ({
  keep: (contents) => watched(onBroken, blobs.keep(contents)),
  open: (name) => blobs.open(name),
  erase: (name) => watched(onBroken, blobs.erase(name)),
});

async function watched<T>(onBroken: OnBroken, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'kind' in error && error.kind === 'broken') onBroken(error.message);
    throw error;
  }
}
