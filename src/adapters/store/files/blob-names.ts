import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../../domain/ids.ts';

/** A file that nobody finished in this time (ms) is left over from a crash. */
const abandonedAfter = 3_600_000;

/** Where a blob lies: by the first two digits of its name, so that no directory grows too large. */
export const directoryOf = (root: string, name: Sha256): string => join(root, name.slice(0, 2));
/** Where the file of a blob is. */
export const pathOf = (root: string, name: Sha256): string => join(root, name.slice(0, 2), name);

/** A name nobody else uses, also no other process. */
export const temporaryPath = (root: string): string => join(root, 'tmp', `${process.pid}-${randomBytes(8).toString('hex')}`);

/**
 * Makes the tree where it is missing, and clears away what a crash left unfinished.
 *
 * @returns the directories that are there
 */
export function prepareRoot(root: string): Set<string> {
  makeDirectory(join(root, 'tmp'));
  for (const name of readdirSync(join(root, 'tmp'))) removeIfAbandoned(join(root, 'tmp', name));
  return new Set(readdirSync(root).map((name) => join(root, name)));
}

/** For the desk's own user only. */
export const makeDirectory = (path: string): void => void mkdirSync(path, { recursive: true, mode: 0o700 });

/** By the machine's own clock, which also wrote the file's time; the house's may stand elsewhere (`--now`). */
function removeIfAbandoned(path: string): void {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file && Date.now() - file.mtimeMs > abandonedAfter) rmSync(path, { force: true });
}
