import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keysIn } from './key-files.ts';
import { prepareDataDir } from './prepare-data-dir.ts';

export type DataLook =
  | { kind: 'missing' }
  | { kind: 'refused'; text: string }
  /** `exposed`: files of keys and passwords that others on this machine may read. */
  | { kind: 'ready'; freeMb: number; exposed: readonly string[] };

/** How the data directory stands; makes nothing. */
export function lookAtData(dir: string): DataLook {
  if (!existsSync(dir)) return { kind: 'missing' };
  const usable = prepareDataDir(dir);
  if (usable.kind === 'refused') return usable;
  const { bavail, bsize } = statfsSync(dir);
  return { kind: 'ready', freeMb: Math.floor((bavail * bsize) / 2 ** 20), exposed: exposedIn(keysIn(dir)) };
}

function exposedIn(keys: string): string[] {
  if (!existsSync(keys)) return [];
  const isExposed = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;
  return [keys, ...readdirSync(keys).map((name) => join(keys, name))].filter(isExposed);
}
