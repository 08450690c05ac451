// Judges cases one after the other. `at` says which, so that whoever looks on knows where it stopped.
import { parentPort, workerData } from 'node:worker_threads';
import { caseOf, judge, type Verdict } from './judge.ts';
import { startingMails } from './mails.ts';

/** `skip`: the case that stopped the thread before. */
export type FuzzJob = { seed: number; from: number; to: number; skip: number; at: Int32Array };
export type FuzzNews = { next: number; verdicts: (readonly [number, Verdict])[] };

const { seed, from, to, skip, at }: FuzzJob = workerData;
const mails = startingMails();
const batch = 25;

for (let first = from; first < to; first += batch) {
  const verdicts: FuzzNews['verdicts'] = [];
  const next = Math.min(first + batch, to);
  for (let index = first; index < next; index++) {
    if (index === skip) continue;
    Atomics.store(at, 0, index);
    verdicts.push([index, await judge(caseOf(mails, seed, index), index)]);
  }
  parentPort?.postMessage({ next, verdicts } satisfies FuzzNews);
}
