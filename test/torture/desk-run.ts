import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardOrphan } from '../support/orphan-guard.ts';
import { until } from '../support/until.ts';

export type DeskOptions = {
  /** Holds `config` and `data`; the log goes to `desk.log` beside them. */
  dir: string;
  /** `point:n`, where the desk kills itself; null: nowhere. */
  killAt?: string | null;
  /** Name of a sabotage; null: the desk as it is. */
  sabotage?: string | null;
  /** Another program in place of the desk's own. */
  program?: string;
  /** Further variables of its environment. */
  env?: Readonly<Record<string, string>>;
  /** Nobody reads what it prints: both pipes are closed at once (F-44). */
  deaf?: boolean;
};

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** A desk as a process of its own. */
export type DeskRun = {
  pid: number;
  /** Epoch ms. */
  started: number;
  isAlive(): boolean;
  isReady(): boolean;
  /** Waits for the word that it runs. @throws {Error} with what it said, where it ended instead */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  ended: Promise<Ended>;
  /** Everything it printed on standard output. */
  said(): string;
};

const shipped = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const sabotaged = fileURLToPath(new URL('./sabotaged-desk.ts', import.meta.url));

export function runDesk({
  dir,
  killAt = null,
  sabotage = null,
  env = {},
  deaf = false,
  program = shipped,
}: DeskOptions): DeskRun {
  const log = join(dir, 'desk.log');
  appendFileSync(log, `\n--- ${new Date().toISOString()} ${killAt ?? 'to the end'}\n`);
  const command = sabotage === null ? [program, 'start'] : [sabotaged, sabotage];
  const folders = ['--config', join(dir, 'config'), '--data', join(dir, 'data')];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command, ...folders], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env, MAILDESK_LAUNCHER: undefined, ...(killAt === null ? {} : { MAILDESK_KILL_AT: killAt }) },
  });
  const out = createWriteStream(log, { flags: 'a' });
  if (deaf) for (const pipe of [child.stdout, child.stderr]) pipe.destroy();
  else child.stderr.pipe(out);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const pid = child.pid ?? 0;
  const callOff = guardOrphan(pid, join(dir, 'nothing'));
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    callOff();
    appendFileSync(log, said);
    return { code, signal };
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const isReady = () => said.includes('is running.');
  return {
    ...{ pid, started: Date.now(), isAlive, isReady, ended },
    said: () => said,
    signal: (name) => void (isAlive() && child.kill(name)),
    ready: () => readiness(child, { isReady, isAlive, log }),
  };
}

type Looks = { isReady: () => boolean; isAlive: () => boolean; log: string };

async function readiness(child: ChildProcess, { isReady, isAlive, log }: Looks): Promise<void> {
  await until(() => isReady() || !isAlive(), { within: 30_000, what: 'the desk to run' });
  if (!isReady()) throw new Error(`the desk ended with ${child.exitCode ?? child.signalCode} before it ran; see ${log}`);
}
