import type { Clock } from '../../domain/ports.ts';

/** Waits on the given clock; ends early when `signal` says stop, or with what `news` ends with. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal, news?: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve();
    const end = (settle: () => void) => {
      cancel();
      signal.removeEventListener('abort', onStop);
      settle();
    };
    const onStop = () => end(resolve);
    const cancel = clock.after(ms, onStop);
    signal.addEventListener('abort', onStop);
    news?.then(onStop, (error) => end(() => reject(error)));
  });
}

/** Resolves when `signal` says stop. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** What `work` ends with, or `instead` as soon as `signal` says stop. */
export function orStopped<T>(signal: AbortSignal, work: Promise<T>, instead: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const onStop = () => resolve(instead);
    if (signal.aborted) onStop();
    signal.addEventListener('abort', onStop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onStop));
  });
}
