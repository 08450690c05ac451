import { existsSync, rmSync } from 'node:fs';
import type { Sha256 } from '../../../domain/ids.ts';
import type { BlobStore, Bytes } from '../../../domain/ports.ts';
import { StoreError } from '../errors.ts';
import { directoryOf, makeDirectory, pathOf } from './blob-names.ts';
import { inOurWords } from './disk-errors.ts';
import { readBlob } from './read-blob.ts';
import { syncDirectories, syncsAtOnce } from './sync.ts';
import { abandon, finish, type Unfinished, writeBlob } from './write-blob.ts';

/**
 * Blobs as files of one directory tree.
 *
 * @param present directories below the root that are there for good
 */
export function fileBlobs(root: string, present: Set<string>, compress: boolean): BlobStore {
  /** Set by a failed fsync: from then on nothing is taken (F-27). */
  let broken: StoreError | null = null;
  return {
    async keep(contents) {
      if (broken) throw broken;
      try {
        return await keepAll({ root, present, compress }, contents);
      } catch (error) {
        if (error instanceof StoreError && error.kind === 'broken') broken = error;
        throw error;
      }
    },
    open: (name) => readBlob(pathOf(root, name)),
    erase: (name) => eraseBlob(root, name),
  };
}

/** Either form of it; the directory is synced, so that no crash brings it back. */
async function eraseBlob(root: string, name: Sha256): Promise<void> {
  const path = pathOf(root, name);
  try {
    if (!existsSync(directoryOf(root, name))) return;
    for (const file of [path, `${path}.zst`]) rmSync(file, { force: true });
    await syncDirectories([directoryOf(root, name)]);
  } catch (error) {
    throw inOurWords(error, path);
  }
}

type Tree = { root: string; present: Set<string>; compress: boolean };
type Kept = { sha256: Sha256; size: number };

/** Files first, then the directories that name them: a crash between leaves bytes without a name, never the reverse. */
async function keepAll({ root, present, compress }: Tree, contents: readonly Bytes[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  const directories = new Set<string>();
  const unfinished: Unfinished[] = [];
  try {
    for (const content of contents) {
      const { file, ...blob } = await writeBlob(root, content, compress);
      kept.push(blob);
      // Also of what lay there before: whoever put it may have been killed before this sync.
      const directory = directoryOf(root, blob.sha256);
      directories.add(directory);
      if (!present.has(directory)) {
        makeDirectory(directory);
        directories.add(root);
      }
      if (file) unfinished.push(file);
      if (unfinished.length >= syncsAtOnce) await finish(unfinished.splice(0));
    }
    await finish(unfinished.splice(0));
    await syncDirectories(directories);
    for (const directory of directories) present.add(directory);
    return kept;
  } catch (error) {
    abandon(unfinished);
    throw inOurWords(error, root);
  }
}
