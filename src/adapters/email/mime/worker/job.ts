import type { Sha256 } from '../../../../domain/ids.ts';
import type { Parsed } from '../../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../../domain/ports.ts';
import type { Beginning } from './beginning.ts';
import { type Lane, laneOf } from './lane.ts';
import { type FromWorker, handedOver, passedOn, type ToWorker } from './protocol.ts';

export type Tell = (message: ToWorker, transfer?: readonly ArrayBuffer[]) => void;

/** A mail to be read: its bytes are given anew for each try. */
export type Task = {
  open: () => Bytes;
  sha256: Sha256;
  size: number;
  keep: AttachmentSink;
  settle: (parsed: Parsed) => void;
  fail: (error: unknown) => void;
  /** Threads that stopped while they read it. */
  deaths: number;
};

/** One try of a task in one thread. */
export type Job = {
  id: number;
  task: Task;
  hear(message: FromWorker): void;
  /** The thread waits for the house: for bytes of the mail, or for the store. */
  isOwed(): boolean;
  /** Lets go of what was under way: the thread is gone. */
  abandon(): void;
};

/** Hands a mail's bytes to the thread, and its files to the store. */
export function startJob(tell: Tell, id: number, task: Task, { bytes, rest }: Beginning): Job {
  const lanes = new Map<number, Lane>();
  const kept: Promise<unknown>[] = [];
  let owed = 0;
  let isGone = false;
  const settled = (message: ToWorker): void => {
    owed--;
    if (!isGone) tell(message, message.kind === 'more' && message.bytes ? [message.bytes.buffer] : []);
  };
  const broken = (error: unknown): void => {
    if (isGone) return;
    task.fail(error);
    tell({ kind: 'broken', job: id });
  };
  const sendMore = async (): Promise<void> => {
    const next = await rest?.next();
    settled({ kind: 'more', job: id, bytes: next === undefined || next.done ? null : passedOn(next.value) });
  };
  const openLane = (file: number): Lane => {
    const lane = laneOf(() => settled({ kind: 'next', job: id, file }));
    lanes.set(file, lane);
    const keeping = task.keep(lane.content);
    keeping.then(() => isGone || tell({ kind: 'kept', job: id }), broken);
    kept.push(keeping);
    return lane;
  };
  const raw = handedOver(bytes);
  tell({ kind: 'parse', job: id, sha256: task.sha256, size: task.size, raw, isWhole: rest === null }, [raw.buffer]);
  return {
    id,
    task,
    isOwed: () => owed > 0,
    hear(message) {
      if (message.kind === 'parsed') Promise.all(kept).then(() => task.settle(message.parsed), task.fail);
      else if (message.kind === 'failed') task.fail(new Error(message.why));
      else if (message.kind === 'pull') {
        owed++;
        sendMore().catch(broken);
      } else if (message.kind === 'file') {
        if (!message.isLast) owed++;
        (lanes.get(message.file) ?? openLane(message.file)).give(message.bytes, message.isLast);
      }
    },
    abandon() {
      isGone = true;
      for (const lane of lanes.values()) lane.stop();
      rest?.return?.().catch(() => {});
    },
  };
}
