import { closeSync, fsync, openSync } from 'node:fs';
import { fsyncFailed } from './disk-errors.ts';

/** At once: more than the few threads that carry them out take turns anyway, and file handles may be scarce (F-44). */
export const syncsAtOnce = 32;

/**
 * Waits until an open file is on the disk; the event loop goes on meanwhile.
 *
 * @throws {StoreError} `broken`, after which nothing may be written any more
 */
export const syncHandle = (handle: number, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    fsync(handle, (error) => (error ? reject(fsyncFailed(error, path)) : resolve()));
  });

/** Waits until the entries of a directory are on the disk: a file that was synced may otherwise lose its name. */
export async function syncDirectory(path: string): Promise<void> {
  const handle = openSync(path, 'r');
  try {
    await syncHandle(handle, path);
  } finally {
    closeSync(handle);
  }
}

/** Several directories; the first sync usually carries the rest along. */
export async function syncDirectories(paths: Iterable<string>): Promise<void> {
  const [first, ...rest] = paths;
  if (first === undefined) return;
  await syncDirectory(first);
  for (let at = 0; at < rest.length; at += syncsAtOnce) await Promise.all(rest.slice(at, at + syncsAtOnce).map(syncDirectory));
}
