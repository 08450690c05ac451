import { hasCode, StoreError } from '../errors.ts';

/** The file system's words in ours; what is not from the file system passes unchanged. */
export function inOurWords(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG'))
    return new StoreError('full', `${path}: no space left: nothing was stored; free some space`, error);
  if (hasCode(error, 'EMFILE', 'ENFILE'))
    return new StoreError('busy', `${path}: too many open files: raise the limit (\`ulimit -n\`)`, error);
  return new StoreError(
    'broken',
    `${path}: the disk refused (${error.message}): check the disk and its permissions, then start again`,
    error,
  );
}

/** A failed fsync leaves open what is on disk: nothing written since the last good one may be believed (F-27). */
export const fsyncFailed = (error: unknown, path: string): StoreError =>
  hasCode(error, 'ENOSPC', 'EDQUOT')
    ? new StoreError('full', `${path}: no space left: nothing was stored; free some space`, error)
    : new StoreError(
        'broken',
        `${path}: the disk could not confirm what was written: stop, check the disk, then start again`,
        error,
      );
