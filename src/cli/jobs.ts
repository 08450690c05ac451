import { selfTest } from '../app/doctor/self-test.ts';
import type { House } from '../app/house.ts';
import { jobs as all } from '../app/jobs/index.ts';
import type { Job, JobParts } from '../app/jobs/job.ts';
import { runJob, timesOf } from '../app/jobs/run-jobs.ts';
import { nextRun } from '../domain/jobs/cron.ts';
import { nearest } from '../domain/nearest.ts';
import { type CliCommand, exitCodes, type Invocation } from './command.ts';
import { minute, table } from './table.ts';
import { withHouse, withHouseToRead } from './with-house.ts';

/** What is done because time passed: when it ran last and runs next; runs one now. */
export const jobs: CliCommand = {
  name: 'jobs',
  args: '[run] [name]',
  summary: 'lists the timed jobs with their last and next runs; `jobs run NAME` runs one now, with --now as of then',
  flags: [['--dry-run', 'run retention: lists the tickets that would be emptied, and changes nothing']],
  run: (invocation) => {
    const [verb, name = ''] = invocation.args;
    if (verb === undefined) return withHouseToRead(invocation, (house) => list(invocation, house));
    if (verb === 'run' && invocation.options['dryRun'] === true)
      return withHouseToRead(invocation, (house) => foresee(invocation, house, name));
    if (verb === 'run') return withHouse(invocation, (house) => run(invocation, house, name));
    invocation.terminal.err(`maildesk jobs: ${verb}: expected nothing, or: run NAME`);
    return Promise.resolve(exitCodes.usage);
  },
};

type Listed = { name: string; schedule: string | null; lastRun: string | null; nextRun: string | null; failed: string | null };

async function list({ terminal, common, clock }: Invocation, house: House): Promise<number> {
  const settings = house.settings();
  const runs = await house.store.read((at) => at.jobRuns());
  const listed = all.map((job): Listed => {
    const last = runs.find(({ name }) => name === job.name);
    const times = timesOf(job, settings);
    const next = times === null ? null : nextRun(times, last?.at || clock.now(), settings.desk.timezone);
    return {
      ...{ name: job.name, schedule: times?.line ?? null },
      lastRun: iso(last?.ran ?? null),
      nextRun: iso(next),
      failed: last?.failed ?? null,
    };
  });
  if (common.json) for (const each of listed) terminal.out(JSON.stringify(each));
  else terminal.out(table(head, listed.map(rowOf), terminal));
  return exitCodes.done;
}

const head = ['job', 'when', 'last (UTC)', 'next (UTC)', 'what it sees to, or why it failed'];

const rowOf = ({ name, schedule, lastRun, nextRun: next, failed }: Listed) => [
  ...[name, schedule, shown(lastRun), shown(next)],
  failed === null ? (all.find((job) => job.name === name)?.about ?? '') : `FAILED: ${failed.replaceAll('\n', '; ')}`,
];

const iso = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());
const shown = (time: string | null): string | null => (time === null ? null : minute(Date.parse(time)));

async function run(invocation: Invocation, house: House, name: string): Promise<number> {
  const { terminal, common } = invocation;
  const job = named(invocation, name);
  if (job === null) return exitCodes.usage;
  if (isOff(invocation, house, job)) return exitCodes.failed;
  const failed = await runJob(partsOf(invocation, house), job, null);
  if (common.json) terminal.out(JSON.stringify({ name: job.name, failed }));
  else if (failed === null) terminal.out(`${job.name}: done; mails it wrote are sent by the running desk (maildesk outbox)`);
  if (failed !== null && !common.json) terminal.err(`maildesk jobs: ${job.name} failed: ${failed}`);
  return failed === null ? exitCodes.done : exitCodes.failed;
}

async function foresee(invocation: Invocation, house: House, name: string): Promise<number> {
  const { terminal, common, clock } = invocation;
  const job = named(invocation, name);
  if (job === null) return exitCodes.usage;
  if (job.foresee === undefined) {
    const able = all.filter((one) => one.foresee !== undefined).map((one) => one.name);
    terminal.err(`maildesk jobs: ${job.name} cannot tell beforehand what it would do; --dry-run goes with ${able.join(', ')}`);
    return exitCodes.usage;
  }
  if (isOff(invocation, house, job)) return exitCodes.failed;
  const would = await job.foresee({ store: house.store, settings: house.settings, clock });
  if (common.json) terminal.out(JSON.stringify({ name: job.name, would }));
  else terminal.out([...would, `${job.name}: ${would.length === 0 ? 'nothing to do' : 'nothing was changed'}`].join('\n'));
  return exitCodes.done;
}

function isOff({ terminal }: Invocation, house: House, job: Job): boolean {
  const why = job.off?.(house.settings()) ?? null;
  if (why !== null) terminal.err(`maildesk jobs: ${job.name} is off: ${why}`);
  return why !== null;
}

function named({ terminal }: Invocation, name: string): Job | null {
  const job = all.find((one) => one.name === name);
  if (job !== undefined) return job;
  const names = all.map((one) => one.name);
  const [meant] = nearest(name, names, 1);
  terminal.err(
    `maildesk jobs: there is no job ${JSON.stringify(name)}; ${meant === undefined ? `known: ${names.join(', ')}` : `did you mean ${meant}?`}`,
  );
  return null;
}

/** Whoever runs it by hand reads here how it went: nobody is told by mail. */
const partsOf = ({ clock, adapters }: Invocation, house: House): JobParts => ({
  ...house,
  ...{ clock, log: house.options.log, stored: () => {}, alert: async () => {} },
  ...{ selfTest: () => selfTest(adapters, house), byHand: true },
});
