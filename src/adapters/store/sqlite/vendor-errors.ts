import { hasCode, StoreError } from '../errors.ts';

/**
 * SQLite's words in ours. What is no failure of the disk (a broken constraint, bad SQL) is a bug and passes unchanged.
 *
 * @see https://www.sqlite.org/rescode.html
 */
export function inOurWords(error: unknown, file: string): unknown {
  const reason = error instanceof Error ? error.message : String(error);
  if (hasCode(error, 'SQLITE_BUSY', 'SQLITE_LOCKED'))
    return new StoreError(
      'busy',
      `${file}: locked by another process: end what holds it (a backup, a shell) and try again`,
      error,
    );
  if (hasCode(error, 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'))
    return new StoreError('full', `${file}: no space left on the disk: nothing was stored; free some space`, error);
  if (hasCode(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB'))
    return new StoreError(
      'corrupt',
      `${file}: damaged (${reason}): stop the desk and run \`maildesk restore FILE\` with the last backup`,
      error,
    );
  if (hasCode(error, 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_NOLFS'))
    return new StoreError(
      'broken',
      `${file}: the disk refused (${reason}): check the disk and its permissions, then start again`,
      error,
    );
  return error;
}
