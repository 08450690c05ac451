import { jobFailed, jobWorks } from '../../domain/answer/desk-alerts.ts';
import type { JobRun } from '../../domain/due/due-store.ts';
import { type CronTimes, everyFiveMinutes, never, nextRun } from '../../domain/jobs/cron.ts';
import type { Writing } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import { jobs } from './index.ts';
import type { Job, JobParts } from './job.ts';

/** Whoever runs a job has this long before another takes it for dead. What a job does twice is done once all the same. */
const patience = 10 * 60_000;

/**
 * Runs the jobs whose time has come, one after the other. However many runs were missed, they are one; of two desks on one
 * database the one that claims a run first does it, and one that dies meanwhile leaves it to the next.
 */
export async function runDueJobs(parts: JobParts, all: readonly Job[] = jobs): Promise<void> {
  for (const job of all) {
    const before = await claimed(parts, job);
    if (before !== null) await runJob(parts, job, before.failed);
  }
}

/**
 * Runs a job now. A failure is told when it begins and when something else fails too, not each time; its end is told as well.
 *
 * @param before why the run before failed; null where it did not
 * @returns why it failed, a line each; null where all went well
 */
export async function runJob(parts: JobParts, job: Job, before: string | null): Promise<string | null> {
  const { store, clock, log } = parts;
  const at = clock.now();
  const failed = await job.run(parts).then(
    () => null,
    (error: unknown) => {
      log.error({ job: job.name, error }, 'a job failed; its next run tries again');
      return error instanceof Error ? error.message : String(error);
    },
  );
  const ran = clock.now();
  await store.write((tx) =>
    tx.apply([{ act: 'keep-job-run', run: { name: job.name, at, ran, claimed: null, failed } }], ran, null),
  );
  if (failed === null && before !== null) await parts.alert(jobWorks(job.name));
  else if (isNews(failed, before)) await parts.alert(jobFailed(job.name, linesOf(failed)));
  parts.stored();
  return failed;
}

const linesOf = (failed: string | null): string[] => (failed === null ? [] : failed.split('\n'));

const isNews = (failed: string | null, before: string | null): boolean =>
  linesOf(failed).some((line) => !linesOf(before).includes(line));

/** When a job runs, as `sla.yaml` has it or else as it comes; null: never by itself. */
export function timesOf({ name, times, off }: Job, settings: Settings): CronTimes | null {
  if ((off?.(settings) ?? null) !== null) return never;
  const { jobs: given } = settings.sla;
  return (Object.hasOwn(given, name) ? given[name] : undefined) ?? times;
}

/** How the job stood before, where its next run is ours to do; null where none is due, or somebody else does it. */
async function claimed({ store, clock, settings }: JobParts, job: Job): Promise<Pick<JobRun, 'failed'> | null> {
  const now = clock.now();
  const times = timesOf(job, settings());
  if (times === null || times === never) return null;
  const isDue = (run: JobRun | undefined): boolean => {
    if (run === undefined || run.at > now) return true;
    if (run.claimed !== null && run.claimed > now && run.claimed <= now + patience) return false;
    const next = nextRun(job.times === null ? everyFiveMinutes : times, run.at, settings().desk.timezone);
    return next !== null && next <= now;
  };
  if (!isDue(await store.read((at) => runOf(at, job)))) return null;
  return store.write(async (at) => {
    const run = await runOf(at, job);
    if (!isDue(run)) return null;
    const { failed = null, ran = null } = run ?? {};
    const waits = run === undefined && job.waits === true;
    const from = waits ? now : Math.min(run?.at ?? 0, now - 1);
    const kept: JobRun = { name: job.name, at: from, ran, claimed: waits ? null : now + patience, failed };
    await at.apply([{ act: 'keep-job-run', run: kept }], now, null);
    return waits ? null : { failed };
  });
}

const runOf = async (at: Pick<Writing, 'jobRuns'>, { name }: Job): Promise<JobRun | undefined> =>
  (await at.jobRuns()).find((run) => run.name === name);
