import { Worker } from 'node:worker_threads';
import type { Job, Tell } from './job.ts';
import type { FromWorker } from './protocol.ts';

/** What one mail may take. */
export type ThreadLimits = {
  /** Milliseconds of the thread's own time: not what it waits for the disk. */
  ownTime: number;
  /** Of the thread's heap. */
  heapMb: number;
  /** By which the whole process may grow while a mail is read: buffers do not count as heap. */
  growthMb: number;
};

/** A13. */
export const threadLimits: ThreadLimits = { ownTime: 5_000, heapMb: 512, growthMb: 768 };

export type ThreadOptions = {
  /** Module that the thread runs. */
  entry: URL;
  /** Folder of what was compiled before, null for none. */
  compileCache: string | null;
};

export type Listener = {
  /** The mail that the thread reads now. */
  current(): Job | undefined;
  heard(message: FromWorker): void;
  /** The thread is gone. `isOurFault`: no mail can be read, whatever it says. */
  died(why: string, isOurFault: boolean): void;
};

export type Thread = {
  tell: Tell;
  /** There is a mail to read: the process lives on until it is read, and a watchdog looks on. */
  work(): void;
  /** Nothing to do: the process may end. */
  rest(): void;
  end(): Promise<void>;
};

/** Milliseconds between two looks. */
const LOOK = 250;
/** To load what it runs, on a busy machine. */
const START_UP = 60_000;
const MB = 1024 * 1024;

/** Starts a thread; it sees nothing of the environment, and is stopped when a mail goes beyond the limits. */
export function startThread({ entry, compileCache }: ThreadOptions, limits: ThreadLimits, listener: Listener): Thread {
  const worker = new Worker(entry, {
    // A folder that is told later comes too late for the entry itself.
    env: compileCache === null ? {} : { NODE_COMPILE_CACHE: compileCache },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 2 },
  });
  let watchdog: NodeJS.Timeout | null = null;
  let isOver = false;
  let isReady = false;
  const over = (why: string): void => {
    if (isOver) return;
    isOver = true;
    if (watchdog) clearInterval(watchdog);
    void worker.terminate();
    listener.died(why, !isReady);
  };
  const look = watch(limits, listener, () => isReady, over);
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') isReady = true;
    if (!isOver) listener.heard(message);
  });
  worker.on('error', (error: Error & { code?: string }) =>
    over(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(limits.heapMb) : `reading it failed: ${error.message}`),
  );
  worker.on('exit', () => over('reading it ended early'));
  return {
    tell: (message, transfer = []) => worker.postMessage(message, transfer),
    work() {
      worker.ref();
      watchdog ??= setInterval(look, LOOK);
    },
    rest() {
      worker.unref();
      if (watchdog) clearInterval(watchdog);
      watchdog = null;
    },
    async end() {
      isOver = true;
      if (watchdog) clearInterval(watchdog);
      await worker.terminate();
    },
  };
}

/** Counts the time of the mail that is read now. A look that comes late counts as one: then it was us who were busy. */
function watch(limits: ThreadLimits, listener: Listener, isReady: () => boolean, over: (why: string) => void): () => void {
  let watched: Job | undefined;
  let ownTime = 0;
  let memory = 0;
  return () => {
    const job = listener.current();
    if (job !== watched) {
      watched = job;
      ownTime = 0;
      memory = process.memoryUsage.rss();
      return;
    }
    if (job === undefined || job.isOwed()) return;
    ownTime += LOOK;
    if (ownTime > (isReady() ? limits.ownTime : START_UP)) over(`reading it took longer than ${limits.ownTime / 1000} s`);
    else if (process.memoryUsage.rss() - memory > limits.growthMb * MB) over(tooMuch(limits.growthMb));
  };
}

const tooMuch = (mb: number): string => `reading it took more than ${mb} MB of memory`;
