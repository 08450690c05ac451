import { jobFailed } from '../../domain/answer/desk-alerts.ts';
import type { JobRun } from '../../domain/due/due-store.ts';
import { type CronTimes, nextRun } from '../../domain/jobs/cron.ts';
import type { Settings } from '../../domain/settings.ts';
import { jobs } from './index.ts';
import type { Job, JobParts } from './job.ts';

/**
 * Runs the jobs whose time has come, one after the other. However many runs were missed, they are one; of two desks on one
 * database the one that notes its run first does it.
 */
export async function runDueJobs(parts: JobParts): Promise<void> {
  for (const job of jobs) {
    const before = await claimed(parts, job);
    if (before !== null) await runJob(parts, job, before.failed);
  }
}

/**
 * Runs a job now. A failure is told when it begins to fail, not each time.
 *
 * @returns why it failed, in one line; null where all went well
 */
export async function runJob(parts: JobParts, job: Job, before: string | null): Promise<string | null> {
  const { store, clock, log } = parts;
  const failed = await job.run(parts).then(
    () => null,
    (error: unknown) => {
      log.error({ job: job.name, error }, 'a job failed; its next run tries again');
      return error instanceof Error ? error.message : String(error);
    },
  );
  const now = clock.now();
  await store.write((at) => at.apply([{ act: 'keep-job-run', run: { name: job.name, at: now, failed } }], now, null));
  if (failed !== null && before === null) await parts.alert(jobFailed(job.name, failed));
  parts.stored();
  return failed;
}

/** When a job runs, as `sla.yaml` has it or else as it comes. */
export const timesOf = ({ name, times }: Job, { sla }: Pick<Settings, 'sla'>): CronTimes =>
  (Object.hasOwn(sla.jobs, name) ? sla.jobs[name] : undefined) ?? times;

/** The run before, where this one is ours to do; null where it is not due, or somebody else does it. */
async function claimed({ store, clock, settings }: JobParts, job: Job): Promise<Pick<JobRun, 'failed'> | null> {
  const now = clock.now();
  const lastOf = (runs: readonly JobRun[]) => runs.find(({ name }) => name === job.name) ?? null;
  const isDue = (last: JobRun | null): boolean => {
    if (last === null || last.at > now) return true;
    const next = nextRun(timesOf(job, settings()), last.at, settings().desk.timezone);
    return next !== null && next <= now;
  };
  if (!isDue(lastOf(await store.read((at) => at.jobRuns())))) return null;
  return store.write(async (at) => {
    const last = lastOf(await at.jobRuns());
    if (!isDue(last)) return null;
    const failed = last?.failed ?? null;
    await at.apply([{ act: 'keep-job-run', run: { name: job.name, at: now, failed } }], now, null);
    return { failed };
  });
}
