import type { Sha256 } from '../../../../domain/ids.ts';
import type { Parsed } from '../../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../../domain/ports.ts';
import { beginningOf } from './beginning.ts';
import { type Job, startJob, type Task } from './job.ts';
import { startThread, type Thread, type ThreadLimits, type ThreadOptions, threadLimits } from './thread.ts';

/** Mails given to the thread at once: while it reads one, the next lies ready. */
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
  const waiting: Task[] = [];
  const beginning = new Set<Task>();
  let running: Job[] = [];
  let jobs = 0;
  let thread: Thread | null = null;

  const died = (why: string, isOurFault: boolean): void => {
    const tried = running.splice(0);
    thread = null;
    for (const job of tried) job.abandon();
    const [suspect, ...others] = tried.map(({ task }) => task);
    waiting.unshift(...others);
    if (isOurFault) for (const task of [...(suspect ? [suspect] : []), ...waiting.splice(0)]) task.fail(new Error(why));
    else if (suspect && ++suspect.deaths < MOST_DEATHS) waiting.push(suspect);
    else suspect?.settle({ kind: 'unreadable', why });
    pump();
  };
  const pump = (): void => {
    while (waiting[0] && mayStart([...running.map(({ task }) => task), ...beginning], waiting[0]))
      void begin(waiting.shift() as Task);
    if (running.length === 0 && beginning.size === 0) thread?.rest();
  };
  const begin = async (task: Task): Promise<void> => {
    beginning.add(task);
    try {
      const bytes = await beginningOf(task.open());
      thread ??= startThread(options, options.limits ?? threadLimits, { current: () => running[0], heard, died });
      running.push(startJob(thread.tell, ++jobs, task, bytes));
      thread.work();
    } catch (error) {
      task.fail(error);
    }
    beginning.delete(task);
    pump();
  };
  const heard: Parameters<typeof startThread>[2]['heard'] = (message) => {
    running.find(({ id }) => id === message.job)?.hear(message);
    if (message.kind !== 'parsed' && message.kind !== 'failed') return;
    running = running.filter(({ id }) => id !== message.job);
    pump();
  };
  return {
    parse: (open, of) =>
      new Promise((settle, fail) => {
        waiting.push({ ...of, open, settle, fail, deaths: 0 });
        pump();
      }),
    close: async () => thread?.end(),
  };
}

/** One that stopped a thread is read alone, lest others be taken for the cause. */
const mayStart = (others: readonly Task[], { deaths }: Task): boolean =>
  others.length === 0 || (deaths === 0 && others.length < AT_ONCE && others.every((other) => other.deaths === 0));
