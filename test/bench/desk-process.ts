import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant } from './measure.ts';
import type { Office } from './office.ts';
import { existsReport, launcher, launcherPreload, main, peakReport } from './paths.ts';

/** The daemon as `maildesk start` runs it, in a process of its own. */
export type DeskProcess = AsyncDisposable & {
  /** When it printed that it runs, on the clock of `instant`. */
  ready: number;
  /** Milliseconds from its start to that line. */
  took: number;
  /** When its IMAP server told of new mail, where that is watched. */
  exists: readonly number[];
  /** Ends it as an admin would. @returns the most memory it ever had, in MB; NaN where the system does not tell */
  stop(): Promise<number>;
};

export type DeskOptions = {
  /** The launcher is what `npm start` runs, with the Node of PATH. */
  by?: 'main' | 'launcher';
  /** Whether `exists` is told. */
  listens?: boolean;
  /** With what the launcher loads into the program it starts. */
  prepared?: boolean;
};

/** Starts it over an office. */
export async function startDesk(place: Office, options: DeskOptions = {}): Promise<DeskProcess> {
  const { by = 'main', listens = false, prepared = false } = options;
  const report = join(place.dir, 'peak');
  const preloads = [...(prepared ? [launcherPreload] : []), peakReport, ...(listens ? [existsReport] : [])];
  const start = instant();
  const child = launch(place, by, preloads, report);
  const exists: number[] = [];
  child.on('message', (at: number) => exists.push(at));
  const ready = await readyLine(child, place);
  const stop = async () => {
    if (child.exitCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    }
    return by === 'main' ? peakIn(report) : Number.NaN;
  };
  return { ready, took: ready - start, exists, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
}

function launch(place: Office, by: 'main' | 'launcher', preloads: readonly string[], report: string): ChildProcess {
  const log = openSync(join(place.dir, 'log'), 'a');
  const preload = preloads.flatMap((file) => ['--import', file]);
  const program = by === 'main' ? [...profiling(), ...preload, main] : [launcher];
  return spawn(by === 'main' ? process.execPath : 'node', [...program, 'start', '--config', place.config, '--data', place.data], {
    stdio: ['ignore', 'pipe', log, 'ipc'],
    env: { ...process.env, MAILDESK_PEAK_FILE: report },
  });
}

/** `MAILDESK_BENCH_PROFILE=DIR npm run bench -- --only d` leaves CPU profiles of the daemon there. */
function profiling(): string[] {
  const dir = process.env['MAILDESK_BENCH_PROFILE'];
  return dir === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', dir];
}

async function readyLine(child: ChildProcess, { dir }: Office): Promise<number> {
  const exit = once(child, 'exit').then(() => {
    throw new Error(`the desk did not start:\n${readFileSync(join(dir, 'log'), 'utf8')}`);
  });
  exit.catch(() => {});
  for (let said = ''; !said.includes(' is running.'); ) {
    const [chunk] = await Promise.race([once(child.stdout as NonNullable<typeof child.stdout>, 'data'), exit]);
    said += String(chunk);
  }
  return instant();
}

/** As `peak-report.mjs` left it. */
export const peakIn = (file: string): number => Number(readFileSync(file, 'utf8'));
