import { createHash } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import { sha256 } from '../../../../domain/ids.ts';
import type { Parsed } from '../../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../../domain/ports.ts';
import { type FromWorker, PIECE_BYTES, passedOn, type ToWorker } from './protocol.ts';

type ParseJob = Extract<ToWorker, { kind: 'parse' }>;
type Parse = (raw: Bytes, of: Pick<ParseJob, 'sha256' | 'size'> & { keep: AttachmentSink }) => Promise<Parsed>;

/** The thread's side: reads mails one after the other as the house gives them, and gives their files back. */
export function serve(port: MessagePort, parse: Parse): void {
  const say = (message: FromWorker, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const jobs = new Map<number, Waiting>();
  let last = Promise.resolve();
  port.on('message', (message: ToWorker) => {
    if (message.kind !== 'parse') return answer(jobs.get(message.job), message);
    const waiting: Waiting = { more: null, files: new Map(), unkept: 0, kept: [], isBroken: false };
    jobs.set(message.job, waiting);
    last = last.then(() => run(say, parse, message, waiting)).finally(() => jobs.delete(message.job));
  });
  say({ kind: 'ready', job: 0 });
}

type Say = (message: FromWorker, transfer?: readonly ArrayBuffer[]) => void;
type Answer<T> = { give(value: T): void; fail(error: Error): void };

/** What a mail under way waits for. */
type Waiting = {
  more: Answer<Uint8Array | null> | null;
  files: Map<number, Answer<void>>;
  /** Files given whole that the store has not confirmed. */
  unkept: number;
  kept: Answer<void>[];
  isBroken: boolean;
};

function answer(waiting: Waiting | undefined, message: Exclude<ToWorker, { kind: 'parse' }>): void {
  if (!waiting) return;
  if (message.kind === 'more') waiting.more?.give(message.bytes);
  else if (message.kind === 'next') waiting.files.get(message.file)?.give();
  else if (message.kind === 'kept') {
    waiting.unkept--;
    waiting.kept.shift()?.give();
  } else {
    waiting.isBroken = true;
    for (const each of [waiting.more, ...waiting.kept, ...waiting.files.values()]) each?.fail(new Error('given up'));
  }
}

async function run(say: Say, parse: Parse, { job, raw, ...of }: ParseJob, waiting: Waiting): Promise<void> {
  try {
    const parsed = await parse(of.isWhole ? raw : piecesOf(raw, say, job, waiting), {
      sha256: of.sha256,
      size: of.size,
      keep: sinkOf(say, job, waiting),
    });
    say({ kind: 'parsed', job, parsed });
  } catch (error) {
    say({ kind: 'failed', job, why: error instanceof Error ? error.message : String(error) });
  }
}

async function* piecesOf(first: Uint8Array, say: Say, job: number, waiting: Waiting): AsyncGenerator<Uint8Array> {
  yield first;
  for (;;) {
    const bytes = await asked<Uint8Array | null>(waiting, (wait) => {
      waiting.more = wait;
      say({ kind: 'pull', job });
    });
    if (bytes === null) return;
    yield bytes;
  }
}

function asked<T>(waiting: Waiting, ask: (wait: Answer<T>) => void): Promise<T> {
  if (waiting.isBroken) return Promise.reject(new Error('given up'));
  return new Promise((give, fail) => ask({ give, fail }));
}

/** Files that may be on their way to the store while the thread reads on. */
const MOST_UNKEPT = 8;

/** Gathers small pieces; one is on its way at a time, so that memory does not grow. The house waits until all is kept. */
function sinkOf(say: Say, job: number, waiting: Waiting): AttachmentSink {
  let files = 0;
  return async (content) => {
    const file = files++;
    const digest = createHash('sha256');
    const give = (bytes: Uint8Array, isLast: boolean): void => {
      digest.update(bytes);
      const own = passedOn(bytes);
      say({ kind: 'file', job, file, bytes: own, isLast }, [own.buffer]);
    };
    const giveAndWait = (bytes: Uint8Array): Promise<void> =>
      asked(waiting, (wait) => {
        waiting.files.set(file, wait);
        give(bytes, false);
      });
    let size = 0;
    let gathered: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of content) {
      if (length + chunk.length > PIECE_BYTES && length > 0) {
        await giveAndWait(Buffer.concat(gathered));
        gathered = [];
        length = 0;
      }
      gathered.push(chunk);
      length += chunk.length;
      size += chunk.length;
    }
    give(Buffer.concat(gathered), true);
    waiting.unkept++;
    if (waiting.unkept > MOST_UNKEPT) await asked<void>(waiting, (wait) => void waiting.kept.push(wait));
    return { sha256: sha256(digest.digest('hex')), size };
  };
}
