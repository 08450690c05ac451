import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../errors.ts';

/** Milliseconds between tries: short at first, since most locks are held for one commit. */
const pauses = [1, 2, 5, 10, 20, 50];

/**
 * Repeats `work` while another process holds the database, without stopping the event loop (F-28: IMAP stays alive).
 *
 * @param patience milliseconds, after which the last `busy` is thrown
 */
export async function patiently<T>(patience: number, work: () => T): Promise<T> {
  const end = performance.now() + patience;
  for (let tries = 0; ; tries += 1) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'busy') || performance.now() >= end) throw error;
      await sleep(pauses[tries] ?? 100);
    }
  }
}
