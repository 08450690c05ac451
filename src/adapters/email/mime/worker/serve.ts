import type { MessagePort } from 'node:worker_threads';
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
    const waiting: Waiting = { more: null, files: new Map(), isBroken: false };
    jobs.set(message.job, waiting);
    last = last.then(() => run(say, parse, message, waiting)).finally(() => jobs.delete(message.job));
  });
  say({ kind: 'ready', job: 0 });
}

type Say = (message: FromWorker, transfer?: readonly ArrayBuffer[]) => void;
type Answer<T> = { give(value: T): void; fail(error: Error): void };
type Kept = Awaited<ReturnType<AttachmentSink>>;

/** What a mail under way waits for. */
type Waiting = { more: Answer<Uint8Array | null> | null; files: Map<number, Answer<Kept | null>>; isBroken: boolean };

function answer(waiting: Waiting | undefined, message: Exclude<ToWorker, { kind: 'parse' }>): void {
  if (!waiting) return;
  if (message.kind === 'more') waiting.more?.give(message.bytes);
  else if (message.kind === 'next') waiting.files.get(message.file)?.give(null);
  else if (message.kind === 'kept') waiting.files.get(message.file)?.give({ sha256: message.sha256, size: message.size });
  else {
    waiting.isBroken = true;
    for (const each of [waiting.more, ...waiting.files.values()]) each?.fail(new Error('given up'));
  }
}

async function run(say: Say, parse: Parse, { job, sha256, size, raw }: ParseJob, waiting: Waiting): Promise<void> {
  try {
    const parsed = await parse(raw ?? piecesOf(say, job, waiting), { sha256, size, keep: sinkOf(say, job, waiting) });
    say({ kind: 'parsed', job, parsed });
  } catch (error) {
    say({ kind: 'failed', job, why: error instanceof Error ? error.message : String(error) });
  }
}

async function* piecesOf(say: Say, job: number, waiting: Waiting): AsyncGenerator<Uint8Array> {
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

/** Gathers small pieces; one is on its way at a time, so that memory does not grow. */
function sinkOf(say: Say, job: number, waiting: Waiting): AttachmentSink {
  let files = 0;
  return async (content) => {
    const file = files++;
    const give = (bytes: Uint8Array, isLast: boolean): Promise<Kept | null> =>
      asked(waiting, (wait) => {
        waiting.files.set(file, wait);
        const own = passedOn(bytes);
        say({ kind: 'file', job, file, bytes: own, isLast }, [own.buffer]);
      });
    let gathered: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of content) {
      if (size + chunk.length > PIECE_BYTES && size > 0) {
        await give(Buffer.concat(gathered), false);
        gathered = [];
        size = 0;
      }
      gathered.push(chunk);
      size += chunk.length;
    }
    const kept = await give(Buffer.concat(gathered), true);
    waiting.files.delete(file);
    if (kept === null) throw new Error('the house kept nothing');
    return kept;
  };
}
