import type { Folder } from '../../domain/mailbox.ts';
import type { Clock } from '../../domain/ports.ts';

/** A line that looks open and carries nothing any more (F-17). */
export class NoSignOfLife extends Error {
  override name = 'NoSignOfLife';
}

/**
 * A folder whose every answer has a time limit on our own clock, whatever the library below believes. When it
 * passes, the connection is closed and the call ends with `NoSignOfLife`, even if closing hangs too.
 */
export function watched(folder: Folder, clock: Clock, patience: number): Folder {
  const limited = <T>(what: string, work: Promise<T>): Promise<T> =>
    inTime(clock, patience, work, () => {
      void folder.close().catch(() => {});
      return new NoSignOfLife(`no sign of life from the server for ${Math.round(patience / 1000)} s (${what})`);
    });
  return {
    uidValidity: folder.uidValidity,
    uidNext: folder.uidNext,
    uidsFrom: (uid) => limited('search', folder.uidsFrom(uid)),
    uidsSince: (since) => limited('search', folder.uidsSince(since)),
    fetch: (uids) => limitedSteps(folder.fetch(uids), (step) => limited('fetch', step)),
    file: (uids, to) => limited('filing', folder.file(uids, to)),
    news: (timeout) => folder.news(timeout), // whoever waits for it keeps the time
    isOpen: () => folder.isOpen(),
    close: () => limited('goodbye', folder.close()),
  };
}

/** The work, or the failure once `ms` have passed; what the work does afterwards is no longer anybody's concern. */
export function inTime<T>(clock: Clock, ms: number, work: Promise<T>, failure: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(failure()));
    work.then(resolve, reject).finally(cancel);
  });
}

async function* limitedSteps<T>(steps: AsyncIterable<T>, limited: <R>(work: Promise<R>) => Promise<R>): AsyncGenerator<T> {
  const iterator = steps[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await limited(iterator.next());
      if (step.done) return;
      yield step.value;
    }
  } finally {
    void iterator.return?.().catch(() => {});
  }
}
