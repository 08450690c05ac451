import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../../domain/ids.ts';

/** A file that nobody finished in this time (ms) is left over from a crash. */
const abandonedAfter = 3_600_000;

/** Where a blob lies: by the first two digits of its name, so that no directory grows too large. */
export const directoryOf = (root: string, name: Sha256): string => join(root, name.slice(0, 2));
export const pathOf = (root: string, name: Sha256): string => join(root, name.slice(0, 2), name);

/** A name nobody else uses, also no other process. */
export const temporaryPath = (root: string): string => join(root, 'tmp', `${process.pid}-${randomBytes(8).toString('hex')}`);

/** Lays out the directories once, so that keeping a blob never has to; clears away what a crash left unfinished. */
export function prepareRoot(root: string): void {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const present = new Set(readdirSync(root));
  for (const name of ['tmp', ...shelves]) if (!present.has(name)) mkdirSync(join(root, name), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(join(root, 'tmp'))) removeIfAbandoned(join(root, 'tmp', name));
}

/** By the machine's own clock, which also wrote the file's time; the house's may stand elsewhere (`--now`). */
function removeIfAbandoned(path: string): void {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file && Date.now() - file.mtimeMs > abandonedAfter) rmSync(path, { force: true });
}

const shelves = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));
