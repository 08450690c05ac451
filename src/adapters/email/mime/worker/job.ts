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

/** One try of a task in one thread: hands the mail's bytes to the thread, and its files to the store. */
export class Job {
  readonly id: number;
  readonly task: Task;
  readonly #tell: Tell;
  readonly #rest: Beginning['rest'];
  readonly #lanes = new Map<number, Lane>();
  readonly #kept: Promise<unknown>[] = [];
  #owed = 0;
  #isGone = false;

  constructor(tell: Tell, id: number, task: Task, { bytes, rest }: Beginning) {
    this.id = id;
    this.task = task;
    this.#tell = tell;
    this.#rest = rest;
    const raw = handedOver(bytes);
    tell({ kind: 'parse', job: id, sha256: task.sha256, size: task.size, raw, isWhole: rest === null }, [raw.buffer]);
  }

  /** The thread waits for the house: for bytes of the mail, or for the store. */
  get isOwed(): boolean {
    return this.#owed > 0;
  }

  hear(message: FromWorker): void {
    if (message.kind === 'parsed') Promise.all(this.#kept).then(() => this.task.settle(message.parsed), this.task.fail);
    else if (message.kind === 'failed') this.task.fail(new Error(message.why));
    else if (message.kind === 'pull') {
      this.#owed++;
      this.#sendMore().catch((error) => this.#break(error));
    } else if (message.kind === 'file') {
      if (!message.isLast) this.#owed++;
      (this.#lanes.get(message.file) ?? this.#openLane(message.file)).give(message.bytes, message.isLast);
    }
  }

  /** Lets go of what was under way: the thread is gone. */
  abandon(): void {
    this.#isGone = true;
    for (const lane of this.#lanes.values()) lane.stop();
    this.#rest?.return?.().catch(() => {});
  }

  async #sendMore(): Promise<void> {
    const next = await this.#rest?.next();
    const bytes = next === undefined || next.done ? null : passedOn(next.value);
    this.#pay({ kind: 'more', job: this.id, bytes }, bytes === null ? [] : [bytes.buffer]);
  }

  #openLane(file: number): Lane {
    const lane = laneOf(() => this.#pay({ kind: 'next', job: this.id, file }));
    this.#lanes.set(file, lane);
    const keeping = this.task.keep(lane.content);
    keeping.then(
      () => this.#isGone || this.#tell({ kind: 'kept', job: this.id }),
      (error) => this.#break(error),
    );
    this.#kept.push(keeping);
    return lane;
  }

  #pay(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#owed--;
    if (!this.#isGone) this.#tell(message, transfer);
  }

  /** Reading or keeping failed here: that is no fault of the mail, and it is not tried again. */
  #break(error: unknown): void {
    if (this.#isGone) return;
    this.task.fail(error);
    this.#tell({ kind: 'broken', job: this.id });
  }
}
