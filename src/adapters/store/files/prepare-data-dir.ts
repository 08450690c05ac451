import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasCode } from '../errors.ts';

export type DataDir = { kind: 'ready' } | { kind: 'refused'; text: string };

/** Makes the data directory, for its owner only, or says why it cannot be used and what to do. */
export function prepareDataDir(dir: string): DataDir {
  try {
    makeIfMissing(dir);
    if (!statSync(dir).isDirectory())
      return refused(`${dir}: a file is in the way where the data directory belongs: move it, or name another with --data`);
    const probe = join(dir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return { kind: 'ready' };
  } catch (error) {
    return refused(reasonOf(dir, error));
  }
}

function makeIfMissing(dir: string): void {
  if (!statSync(dir, { throwIfNoEntry: false })) mkdirSync(dir, { mode: 0o700 });
}

function reasonOf(dir: string, error: unknown): string {
  if (hasCode(error, 'ENOENT'))
    return `${dir}: ${dirname(dir)} does not exist: make it first, or name another directory with --data`;
  if (hasCode(error, 'ENOTDIR')) return `${dir}: ${dirname(dir)} is a file, not a directory: name another with --data`;
  if (hasCode(error, 'EACCES', 'EPERM'))
    return `${dir}: this user may not write there: change its owner (chown), or name another with --data`;
  if (hasCode(error, 'EROFS')) return `${dir}: on a read-only file system: name another directory with --data`;
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return `${dir}: no space left on the disk: free some and start again`;
  return `${dir}: ${error instanceof Error ? error.message : String(error)}`;
}

const refused = (text: string): DataDir => ({ kind: 'refused', text });
