import { Worker } from 'node:worker_threads';
import type { Job, Tell } from './job.ts';
import type { FromWorker } from './protocol.ts';
import { tooMuch, Watchdog } from './watchdog.ts';

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

/** Megabytes; swept often, for what lies there are mostly bytes on their way through. */
const YOUNG_MB = 2;

/** The thread in which mails are read; it sees nothing of the environment, and is stopped when a mail goes beyond the limits. */
export class Thread {
  readonly #worker: Worker;
  readonly #watchdog: Watchdog;
  readonly #listener: Listener;
  #isOver = false;
  #isReady = false;
  readonly tell: Tell = (message, transfer = []) => this.#worker.postMessage(message, transfer);

  constructor({ entry, compileCache }: ThreadOptions, limits: ThreadLimits, listener: Listener) {
    this.#listener = listener;
    this.#worker = new Worker(entry, {
      // A folder that is told later comes too late for the entry itself.
      env: compileCache === null ? {} : { NODE_COMPILE_CACHE: compileCache },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#watchdog = new Watchdog(limits, listener.current, (why) => this.#die(why));
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error: Error & { code?: string }) =>
      this.#die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(limits.heapMb) : `reading it failed: ${error.message}`),
    );
    this.#worker.on('exit', () => this.#die('reading it ended early'));
  }

  /** There is a mail to read: the process lives on until it is read. */
  work(): void {
    this.#worker.ref();
    this.#watchdog.watch();
  }

  /** Nothing to do: the process may end. */
  rest(): void {
    this.#worker.unref();
    this.#watchdog.rest();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    this.#watchdog.rest();
    await this.#worker.terminate();
  }

  #hear(message: FromWorker): void {
    if (this.#isOver) return;
    if (message.kind === 'ready') {
      this.#isReady = true;
      this.#watchdog.isReady = true;
    } else this.#listener.heard(message);
  }

  #die(why: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#watchdog.rest();
    void this.#worker.terminate();
    this.#listener.died(why, !this.#isReady);
  }
}
