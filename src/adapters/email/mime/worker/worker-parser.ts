import type { Sha256 } from '../../../../domain/ids.ts';
import type { Parsed } from '../../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../../domain/ports.ts';
import { beginningOf } from './beginning.ts';
import { Job, type Task } from './job.ts';
import type { FromWorker } from './protocol.ts';
import { type Listener, Thread, type ThreadLimits, type ThreadOptions, threadLimits } from './thread.ts';

/** Mails given to the thread at once: while it reads one, the next ones lie ready. */
const AT_ONCE = 16;
/** Threads that a mail may stop before it is taken for unreadable (F-33). */
const MOST_DEATHS = 2;

export type WorkerParser = {
  /** @param open gives the mail's bytes, anew for each try; the pieces of a stream become the reader's own */
  parse: (open: () => Bytes, of: { sha256: Sha256; size: number; keep: AttachmentSink }) => Promise<Parsed>;
  /** Ends the thread; a mail that comes later starts another. */
  close(): Promise<void>;
};

/**
 * Reads mails in a thread of its own that is kept warm, started at the first mail, and stopped when a mail takes too
 * long or too much: that mail is tried once more in a fresh thread, alone and behind those that wait; then it is unreadable.
 */
export function workerParser(options: ThreadOptions & { limits?: ThreadLimits }): WorkerParser {
  const queue = new Queue((listener) => new Thread(options, options.limits ?? threadLimits, listener));
  return {
    parse: (open, of) => new Promise((settle, fail) => queue.add({ ...of, open, settle, fail, deaths: 0 })),
    close: () => queue.end(),
  };
}

/** Mails that wait for the thread, and those that are with it, in the order in which it reads them. */
class Queue {
  readonly #start: (listener: Listener) => Thread;
  readonly #waiting: Task[] = [];
  /** Their first bytes are being fetched. */
  readonly #beginning = new Set<Task>();
  readonly #running: Job[] = [];
  #jobs = 0;
  #thread: Thread | null = null;

  constructor(start: (listener: Listener) => Thread) {
    this.#start = start;
  }

  add(task: Task): void {
    this.#waiting.push(task);
    this.#pump();
  }

  async end(): Promise<void> {
    await this.#thread?.end();
    this.#thread = null;
  }

  #pump(): void {
    while (this.#waiting[0] && this.#mayStart(this.#waiting[0])) void this.#begin(this.#waiting.shift() as Task);
    if (this.#running.length === 0 && this.#beginning.size === 0) this.#thread?.rest();
  }

  /** One that stopped a thread is read alone, lest others be taken for the cause. */
  #mayStart({ deaths }: Task): boolean {
    const others = [...this.#beginning, ...this.#running.map(({ task }) => task)];
    if (others.length === 0) return true;
    return deaths === 0 && others.length < AT_ONCE && others.every((other) => other.deaths === 0);
  }

  async #begin(task: Task): Promise<void> {
    this.#beginning.add(task);
    try {
      const bytes = await beginningOf(task.open());
      this.#thread ??= this.#start({
        current: () => this.#running[0],
        heard: (message) => this.#heard(message),
        died: (why, isOurFault) => this.#died(why, isOurFault),
      });
      this.#running.push(new Job(this.#thread.tell, ++this.#jobs, task, bytes));
      this.#thread.work();
    } catch (error) {
      task.fail(error);
    }
    this.#beginning.delete(task);
    this.#pump();
  }

  #heard(message: FromWorker): void {
    const at = this.#running.findIndex(({ id }) => id === message.job);
    this.#running[at]?.hear(message);
    if (at === -1 || (message.kind !== 'parsed' && message.kind !== 'failed')) return;
    this.#running.splice(at, 1);
    this.#pump();
  }

  #died(why: string, isOurFault: boolean): void {
    this.#thread = null;
    const tried = this.#running.splice(0);
    for (const job of tried) job.abandon();
    const [suspect, ...others] = tried.map(({ task }) => task);
    this.#waiting.unshift(...others);
    if (isOurFault) for (const task of [...(suspect ? [suspect] : []), ...this.#waiting.splice(0)]) task.fail(new Error(why));
    else if (suspect && ++suspect.deaths < MOST_DEATHS) this.#waiting.push(suspect);
    else suspect?.settle({ kind: 'unreadable', why });
    this.#pump();
  }
}
