import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../domain/ports.ts';
import { type Report, reportOf } from '../../domain/rehearsal/report.ts';
import type { MailToPlay } from './mails-to-play.ts';
import { onceVerified } from './once-verified.ts';
import { type RanThrough, type Rehearsing, runThrough } from './run-through.ts';

export type Rehearsal = Pick<Rehearsing, 'adapters' | 'env' | 'dataDir' | 'mailbox' | 'goesOn' | 'step'> & {
  mails: readonly MailToPlay[];
  /** The configuration as it is, and as it would be. */
  old: string;
  new: string;
  clock: Clock;
};

export type Rehearsed =
  | {
      kind: 'rehearsed';
      report: Report;
      /** In the order of the report, each with when it came, epoch ms. */
      mails: readonly MailToPlay[];
      troubles: readonly string[];
    }
  | Exclude<RanThrough, { kind: 'ran' }>;

/**
 * Plays mails through the house with two configurations and says what differs. It works on copies of the desk's database, as it
 * was before the first of the mails; they are removed at the end. Nothing is sent, nothing is written to the desk.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const dir = await mkdtemp(join(tmpdir(), 'maildesk-rehearsal-'));
  try {
    return await inDirectory(rehearsal, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function inDirectory(rehearsal: Rehearsal, dir: string): Promise<Rehearsed> {
  const { adapters, dataDir, clock, mails } = rehearsal;
  await adapters.copyForRehearsals({ dataDir, dir, before: mails[0]?.at ?? clock.now() }, clock.now);
  const common = { ...rehearsal, adapters: onceVerified(adapters), dir };
  const old = await runThrough({ ...common, configDir: rehearsal.old });
  if (old.kind !== 'ran') return old;
  const next = await runThrough({ ...common, configDir: rehearsal.new });
  if (next.kind !== 'ran') return next;
  return {
    kind: 'rehearsed',
    report: reportOf(old.run, next.run),
    mails,
    troubles: next.run.troubles.filter((one) => !old.run.troubles.includes(one)),
  };
}
