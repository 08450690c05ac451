import { Worker } from 'node:worker_threads';
import type { FuzzJob, FuzzNews } from './fuzz-worker.ts';
import type { Verdict } from './judge.ts';

export type FuzzReport = {
  mails: number;
  unreadable: number;
  failures: { index: number; why: string }[];
  slowest: { index: number; ms: number };
};

/** Milliseconds in which a case must be judged, and the thread started. */
const STUCK = 30_000;

/** Judges cases 0 to `cases` of a seed in a thread; one that stops the thread is a failure, and the others go on. */
export async function runFuzz(
  { cases, seed }: { cases: number; seed: number },
  onProgress: (done: number) => void = () => {},
): Promise<FuzzReport> {
  const report: FuzzReport = { mails: 0, unreadable: 0, failures: [], slowest: { index: -1, ms: 0 } };
  const news = ({ next, verdicts }: FuzzNews): void => {
    for (const [index, verdict] of verdicts) count(report, index, verdict);
    onProgress(next);
  };
  for (let [from, skip] = [0, -1]; from < cases; ) {
    const ended = await runFrom({ seed, from, to: cases, skip, at: new Int32Array(new SharedArrayBuffer(4)) }, news);
    from = ended.next;
    skip = ended.stopped?.index ?? -1;
    if (ended.stopped) report.failures.push(ended.stopped);
  }
  return report;
}

type Ended = { next: number; stopped: FuzzReport['failures'][number] | null };

function runFrom(job: FuzzJob, news: (news: FuzzNews) => void): Promise<Ended> {
  return new Promise((resolve) => {
    Atomics.store(job.at, 0, job.from);
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
      workerData: job,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    let next = job.from;
    const end = (why: string | null): void => {
      clearInterval(watchdog);
      worker.removeAllListeners();
      const stopped = why === null ? null : { index: Atomics.load(job.at, 0), why };
      void worker.terminate().then(() => resolve({ next, stopped }));
    };
    let [seen, since] = [-1, Date.now()];
    const watchdog = setInterval(() => {
      const index = Atomics.load(job.at, 0);
      if (index !== seen) [seen, since] = [index, Date.now()];
      else if (Date.now() - since > STUCK) end(`no end after ${STUCK / 1000} s`);
    }, 500);
    worker.on('message', (message: FuzzNews) => {
      next = message.next;
      news(message);
    });
    worker.on('error', (error) => end(error.message));
    worker.on('exit', () => end(next >= job.to ? null : 'the thread ended'));
  });
}

function count(report: FuzzReport, index: number, verdict: Verdict): void {
  if (verdict.kind === 'failed') report.failures.push({ index, why: verdict.why });
  else if (verdict.kind === 'mail') report.mails++;
  else report.unreadable++;
  if (verdict.ms > report.slowest.ms) report.slowest = { index, ms: verdict.ms };
}
