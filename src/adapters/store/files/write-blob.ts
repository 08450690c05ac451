import { createHash, hash } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync, rmSync, write, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createZstdCompress } from 'node:zlib';
import { type Sha256, sha256 } from '../../../domain/ids.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { beginningOf } from './beginning.ts';
import { pathOf, temporaryPath } from './blob-names.ts';
import { packed, promisesToPack } from './compress.ts';
import { syncHandle } from './sync.ts';

/** Written, but not yet synced or under its name. */
export type Unfinished = { handle: number; path: string; target: string };
const writeAsync = promisify(write);

type Written = { sha256: Sha256; size: number; file: Unfinished | null };

/** Writes a content to a temporary file, unless it is kept already. Small ones at once, large ones as they come. */
export async function writeBlob(root: string, content: Bytes, compress: boolean): Promise<Written> {
  const begun = await beginningOf(content);
  return begun.kind === 'whole' ? writeSmall(root, begun.content, compress) : await writeLarge(root, begun, compress);
}

/** Makes files durable, then gives them their names. @throws {StoreError} */
export async function finish(files: readonly Unfinished[]): Promise<void> {
  const synced = await Promise.allSettled(files.map(({ handle, path }) => syncHandle(handle, path)));
  for (const { handle } of files) closeSync(handle);
  const failed = synced.find((each) => each.status === 'rejected');
  for (const { path, target } of files)
    if (failed) rmSync(path, { force: true });
    else renameSync(path, target);
  if (failed) throw failed.reason;
}

/** Throws away what was written of files that nobody will finish. */
export function abandon(files: readonly Unfinished[]): void {
  for (const { handle, path } of files) {
    closeSync(handle);
    rmSync(path, { force: true });
  }
}

function writeSmall(root: string, content: Uint8Array, compress: boolean): Written {
  const name = sha256(hash('sha256', content));
  const written = { sha256: name, size: content.length };
  if (isKept(root, name)) return { ...written, file: null };
  const { bytes, suffix } = compress ? packed(content) : { bytes: content, suffix: '' };
  const file = temporaryFile(root);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file.handle, bytes, done);
  } catch (error) {
    abandon([{ ...file, target: '' }]);
    throw error;
  }
  return { ...written, file: { ...file, target: pathOf(root, name) + suffix } };
}

type Large = { beginning: Uint8Array; whole: AsyncIterable<Uint8Array> };

async function writeLarge(root: string, { beginning, whole }: Large, compress: boolean): Promise<Written> {
  const packs = compress && promisesToPack(beginning);
  const file = temporaryFile(root);
  const digest = createHash('sha256');
  let size = 0;
  const counted = async function* () {
    for await (const chunk of whole) {
      digest.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  try {
    // Not a write stream: when something fails it would close the handle behind our back.
    const out = async (chunks: AsyncIterable<Uint8Array>) => {
      for await (const chunk of chunks) await writeAll(file.handle, chunk);
    };
    await (packs ? pipeline(counted, createZstdCompress(), out) : pipeline(counted, out));
  } catch (error) {
    abandon([{ ...file, target: '' }]);
    throw error;
  }
  const name = sha256(digest.digest('hex'));
  const unfinished = { ...file, target: pathOf(root, name) + (packs ? '.zst' : '') };
  if (!isKept(root, name)) return { sha256: name, size, file: unfinished };
  abandon([unfinished]);
  return { sha256: name, size, file: null };
}

async function writeAll(handle: number, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) done += (await writeAsync(handle, chunk, done)).bytesWritten;
}

const isKept = (root: string, name: Sha256): boolean => existsSync(pathOf(root, name)) || existsSync(`${pathOf(root, name)}.zst`);

function temporaryFile(root: string): { handle: number; path: string } {
  const path = temporaryPath(root);
  return { handle: openSync(path, 'wx', 0o600), path };
}
