import type { Job } from './job.ts';
import type { ThreadLimits } from './thread.ts';

/** Milliseconds between two looks. */
const LOOK = 250;
/** To load what the thread runs, on a busy machine. */
const START_UP = 60_000;
const MB = 1024 * 1024;

/** Looks on while mails are read. A look that comes late counts as one: then it was us who were busy. */
export class Watchdog {
  readonly #limits: ThreadLimits;
  readonly #current: () => Job | undefined;
  readonly #over: (why: string) => void;
  #timer: NodeJS.Timeout | null = null;
  #watched: Job | undefined;
  #ownTime = 0;
  #memory = 0;
  /** The thread has loaded what it runs. */
  isReady = false;

  /** @param current the mail that is read now @param over called when it goes beyond the limits */
  constructor(limits: ThreadLimits, current: () => Job | undefined, over: (why: string) => void) {
    this.#limits = limits;
    this.#current = current;
    this.#over = over;
  }

  watch(): void {
    this.#timer ??= setInterval(() => this.#look(), LOOK);
  }

  rest(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const job = this.#current();
    if (job !== this.#watched) {
      this.#watched = job;
      this.#ownTime = 0;
      this.#memory = process.memoryUsage.rss();
    } else if (job !== undefined && !job.isOwed) this.#judge();
  }

  #judge(): void {
    const { ownTime, growthMb } = this.#limits;
    this.#ownTime += LOOK;
    if (this.#ownTime > (this.isReady ? ownTime : START_UP)) this.#over(`reading it took longer than ${ownTime / 1000} s`);
    else if (process.memoryUsage.rss() - this.#memory > growthMb * MB) this.#over(tooMuch(growthMb));
  }
}

/** @param mb megabytes that it may have */
export const tooMuch = (mb: number): string => `reading it took more than ${mb} MB of memory`;
