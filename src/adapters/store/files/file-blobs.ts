import type { Sha256 } from '../../../domain/ids.ts';
import type { BlobStore, Bytes } from '../../../domain/ports.ts';
import { StoreError } from '../errors.ts';
import { directoryOf, pathOf } from './blob-names.ts';
import { inOurWords } from './disk-errors.ts';
import { readBlob } from './read-blob.ts';
import { syncDirectories, syncsAtOnce } from './sync.ts';
import { abandon, finish, type Unfinished, writeBlob } from './write-blob.ts';

/** Blobs as files of one directory tree. */
export function fileBlobs(root: string, compress: boolean): BlobStore {
  /** Set by a failed fsync: from then on nothing is taken (F-27). */
  let broken: StoreError | null = null;
  return {
    async keep(contents) {
      if (broken) throw broken;
      try {
        return await keepAll(root, contents, compress);
      } catch (error) {
        if (error instanceof StoreError && error.kind === 'broken') broken = error;
        throw error;
      }
    },
    open: (name) => readBlob(pathOf(root, name)),
  };
}

/** Files first, then the directories that name them: a crash between leaves bytes without a name, never the reverse. */
async function keepAll(root: string, contents: readonly Bytes[], compress: boolean): Promise<{ sha256: Sha256; size: number }[]> {
  const kept: { sha256: Sha256; size: number }[] = [];
  const directories = new Set<string>();
  const unfinished: Unfinished[] = [];
  try {
    for (const content of contents) {
      const { file, ...blob } = await writeBlob(root, content, compress);
      kept.push(blob);
      // Also of what lay there before: whoever put it may have been killed before this sync.
      directories.add(directoryOf(root, blob.sha256));
      if (file) unfinished.push(file);
      if (unfinished.length >= syncsAtOnce) await finish(unfinished.splice(0));
    }
    await finish(unfinished.splice(0));
    await syncDirectories(directories);
    return kept;
  } catch (error) {
    abandon(unfinished);
    throw inOurWords(error, root);
  }
}
