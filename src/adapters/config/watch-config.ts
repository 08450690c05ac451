import { extname } from 'node:path';
import { watch } from 'chokidar';
import type { Environment } from './fill.ts';
import { type Loaded, loadConfig } from './load-config.ts';

export type Watching = {
  dir: string;
  /** Further folders whose changes count. */
  also?: readonly string[];
  env: Environment;
  /** Called with each new reading, good or broken, one at a time; to keep the last good one is the caller's part. */
  onChange: (loaded: Loaded) => void | Promise<void>;
  /** Watching itself failed (no more watches, folder gone); reading on SIGHUP still works. */
  onTrouble: (why: string) => void;
};

export type Watch = {
  /** Settles when changes are seen from now on. */
  ready: Promise<void>;
  /** Reads again now, as SIGHUP asks for. */
  reload(): Promise<void>;
  close(): Promise<void>;
};

/** An editor writes a file in several steps, and a person several files; they are read once it has been quiet for this long. */
const quiet = 200;

/**
 * Watches a configuration folder and reads it anew when a file in it changes.
 *
 * The folder is watched, not the files: editors and `git` replace files by renaming, which ends a watch on the old one.
 */
export function watchConfig({ dir, also = [], env, onChange, onTrouble }: Watching): Watch {
  const reload = oneAtATime(async () => onChange(await loadConfig(dir, env)));
  const later = afterQuiet(() => reload().catch((error: unknown) => onTrouble(String(error))));

  const watcher = watch([dir, ...also], {
    ignoreInitial: true,
    depth: 3,
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 25 },
  });
  watcher.on('all', (_event, path) => isConfig(path) && later.soon());
  watcher.on('error', (error) => onTrouble(error instanceof Error ? error.message : String(error)));
  const ready = new Promise<void>((resolve) => watcher.once('ready', resolve));

  return {
    ready,
    reload,
    async close() {
      later.cancel();
      await watcher.close();
    },
  };
}

const isConfig = (path: string) => ['.yaml', '.yml', '.hbs', '.css', '.ics'].includes(extname(path));

/** Runs never overlap, and the last one always began after the last call. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.catch(() => undefined).then(run);
    return last;
  };
}

function afterQuiet(run: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => clearTimeout(timer);
  const soon = () => {
    cancel();
    timer = setTimeout(run, quiet);
  };
  return { soon, cancel };
}
