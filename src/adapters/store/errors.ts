/**
 * What may go wrong with the disk, in our words.
 *
 * `busy`, `full`: nothing was written, the same may be tried again later. `broken`: a write or fsync failed, so nobody
 * knows what is durable: stop, and start anew (F-27). `corrupt`, `newer`, `older`, `outdated`, `key`: a person must see to it.
 * `missing`: no such blob.
 */
export type StoreErrorKind = 'busy' | 'full' | 'broken' | 'corrupt' | 'newer' | 'older' | 'outdated' | 'key' | 'missing';

const names: Readonly<Record<StoreErrorKind, string>> = {
  busy: 'StoreBusy',
  full: 'StoreFull',
  broken: 'StoreBroken',
  corrupt: 'StoreCorrupt',
  newer: 'StoreNewer',
  older: 'StoreOlder',
  outdated: 'SqliteOutdated',
  key: 'KeyUnreadable',
  missing: 'BlobMissing',
};

/** A failure of the disk or of what lies on it; `retry` says whether the same may work later by itself. */
export class StoreError extends Error {
  readonly kind: StoreErrorKind;
  readonly retry: boolean;

  constructor(kind: StoreErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = names[kind];
    this.kind = kind;
    this.retry = kind === 'busy' || kind === 'full';
  }
}

/** Whether an error carries this vendor or system code (`EIO`, `SQLITE_BUSY` …) or a finer one of its family. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes.some((wanted) => code === wanted || code.startsWith(`${wanted}_`));
};
