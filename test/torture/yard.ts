import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { freePort } from '../support/free-port.ts';
import { type Chance, chanceOf } from './chance.ts';
import type { Scene } from './crash-scene.ts';
import { type DeskRun, runDesk } from './desk-run.ts';
import { type Injector, injector, type Mix, usualMix } from './injector.ts';
import { newPerCustomer } from './letters.ts';
import { type SinkProcess, startSinkProcess, writeConfig } from './scene.ts';
import { type SinkPost, sinkPost } from './sink-post.ts';

/** Everything around the desk that outlives it. */
export type Yard = AsyncDisposable & {
  dir: string;
  dovecot: Dovecot;
  sink: SinkProcess;
  injector: Injector;
  post: SinkPost;
  chance: Chance;
  /** What was found after each run, and how many deliveries had been looked at by then. */
  scenes: Scene[];
  seen: number;
  runs(killAt: string | null): DeskRun;
};

export type YardOptions = { mails: number; seed: number; mix?: Mix; sabotage?: string | null };

/** A mail server, an SMTP sink, an injector, a configuration: a desk may run. */
export async function openYard({ mails, seed, mix = usualMix, sabotage = null }: YardOptions): Promise<Yard> {
  const dir = await mkdtemp(join(tmpdir(), 'torture-'));
  await mkdir(join(dir, 'data'));
  const ledger = join(dir, 'sink.jsonl');
  const [dovecot, sink, smtpPort] = await Promise.all([startDovecot(), startSinkProcess(ledger), freePort()]);
  const customers = Math.max(10, Math.ceil(mails / newPerCustomer) * 2);
  await writeConfig(dir, { imap: dovecot.port, sink: sink.port, smtp: smtpPort }, customers);
  const chance = chanceOf(seed);
  const post = sinkPost(ledger);
  const env = { TORTURE_SINK: String(sink.port) };
  return {
    ...{ dir, dovecot, sink, post, chance, scenes: [], seen: 0 },
    injector: injector({ dir, dovecot, smtpPort, chance, post, customers, mix }),
    runs: (killAt) => runDesk({ dir, killAt, sabotage, env }),
    [Symbol.asyncDispose]: async () => void (await Promise.all([dovecot.stop(), sink.stop()])),
  };
}
