import { expect, test } from 'vitest';
import type { Job } from '../../src/app/jobs/job.ts';
import { runDueJobs } from '../../src/app/jobs/run-jobs.ts';
import { everyMinute } from '../../src/domain/jobs/cron.ts';
import { type TwoDesks, twoDesks } from './two-desks.ts';

const day = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00Z');
const daily = { ...everyMinute, line: '0 7 * * *', minutes: [0], hours: [7] };

/** A job that counts its runs. */
const counting = (over: Partial<Job> = {}): { job: Job; runs: number[] } => {
  const runs: number[] = [];
  const run: Job['run'] = async ({ clock }) => void runs.push(clock.now());
  return { job: { name: 'daily', about: 'counts', times: daily, run, ...over }, runs };
};

const both = (desks: TwoDesks, job: Job) => Promise.all(desks.parts.map((parts) => runDueJobs(parts, [job])));

test('of two desks one does a run; runs that were missed are one', async () => {
  await using desks = await twoDesks(start);
  const { job, runs } = counting();
  await both(desks, job);
  await both(desks, job);
  expect(runs).toHaveLength(1);
  desks.clock.passes(9 * day);
  await both(desks, job);
  await both(desks, job);
  expect(runs).toHaveLength(2);
  desks.clock.passes(day);
  await both(desks, job);
  expect(runs).toHaveLength(3);
});

test('a job that a desk has never met waits for its time, where it says so', async () => {
  await using desks = await twoDesks(start);
  const { job, runs } = counting({ waits: true });
  await both(desks, job);
  desks.clock.passes(day / 2);
  await both(desks, job);
  expect(runs).toEqual([]);
  desks.clock.passes(day / 2);
  await both(desks, job);
  expect(runs).toHaveLength(1);
});

test('a run whose process died is done by another, though not at once', async () => {
  await using desks = await twoDesks(start);
  const [one, other] = desks.parts;
  if (one === undefined || other === undefined) throw new Error('no desks');
  const { job, runs } = counting();
  const hanging = counting({ run: () => new Promise(() => {}) }).job;
  void runDueJobs(one, [hanging]);
  const isClaimed = async () => (await desks.house.store.read((at) => at.jobRuns())).some(({ claimed }) => claimed !== null);
  while (!(await isClaimed())) await new Promise(setImmediate);
  await runDueJobs(other, [job]);
  expect(runs).toEqual([]);
  desks.clock.passes(10 * 60_000);
  await runDueJobs(other, [job]);
  expect(runs).toHaveLength(1);
});

test('a failure is told when it begins, when something else fails too, and when it is over', async () => {
  await using desks = await twoDesks(start);
  let why: string | null = 'HD-1: no';
  const { job } = counting({
    times: everyMinute,
    run: async () => {
      if (why !== null) throw new Error(why);
    },
  });
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute++) {
      desks.clock.passes(60_000);
      await both(desks, job);
    }
  };
  await minutes(30);
  expect(desks.alerts).toEqual(['The job daily fails: HD-1: no']);
  why = 'HD-1: no\nHD-2: no';
  await minutes(30);
  why = 'HD-2: no';
  await minutes(30);
  why = null;
  await minutes(30);
  expect(desks.alerts.slice(1)).toEqual(['The job daily fails: HD-1: no,HD-2: no', 'The job daily works again: ']);
});
