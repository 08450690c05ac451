import { wordsIn } from '../domain/answer/one-mail.ts';
import type { Desk } from '../domain/answer/outgoing.ts';
import { undelivered } from '../domain/answer/undelivered.ts';
import type { OutboxRow } from '../domain/outbox.ts';
import type { Clock, Log, Writing } from '../domain/ports.ts';
import { type Answering, type Attempt, depart, type Settled, settleAttempt } from './journey/8-answer.ts';

export type OutboxParts = Answering & {
  clock: Clock;
  log: Log;
  /** This run of the daemon; rows leased to another are not ours to settle. */
  owner: string;
  newId: Desk['newId'];
  blocked: (row: OutboxRow, why: string) => void;
};

/** Mails in flight at once: more than the connections, so that none waits for a commit. */
const lanes = 24;
const lease = 45 * 60_000;
const longestSleep = 60_000;
/** Milliseconds that a first mail, often somebody's acknowledgement, has to itself. */
const headStart = 5;

/** Sends what is due, many at once, and settles results together: one commit for all that finished meanwhile. */
export class OutboxLoop {
  readonly #parts: OutboxParts;
  #finished: Attempt[] = [];
  #underWay = 0;
  #again = false;
  #stopping = false;
  /** The last turn failed: the store is full, held or broken. */
  #stumbled = false;
  #turning: Promise<void> | null = null;
  #cancelSleep = (): void => {};

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Something may be due. */
  kick(): void {
    this.#again = true;
    this.#turning ??= this.#run();
  }

  /** Resolves once nothing is due and nothing is under way; a store that fails while we stop is not waited for. */
  async idle(): Promise<void> {
    const waits = (): boolean => this.#finished.length > 0 && !(this.#stopping && this.#stumbled);
    while (this.#turning !== null || this.#underWay > 0 || waits()) await (this.#turning ?? pause());
  }

  /** Takes no more; resolves when what is under way has been settled. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#cancelSleep();
    await this.idle();
  }

  async #run(): Promise<void> {
    try {
      await this.#turn();
      this.#stumbled = false;
    } catch (error) {
      this.#parts.log.error({ step: 'answer', error }, 'the outbox stumbled; it tries again in a minute');
      this.#stumbled = true;
      this.#again = false;
      this.#wakeIn(longestSleep);
    }
    this.#turning = null;
    if (!this.#stumbled && (this.#again || this.#finished.length > 0)) this.kick();
  }

  async #turn(): Promise<void> {
    while (this.#again || this.#finished.length > 0) {
      if (this.#underWay > 0) await allThatCame();
      this.#again = false;
      for (const row of await this.#settleAndClaim()) await this.#handOver(row);
    }
    if (!this.#stopping && this.#underWay < lanes) await this.#sleep();
  }

  /** O2 to O4 of all that finished, then O1 of what is due, in one commit. */
  async #settleAndClaim(): Promise<readonly OutboxRow[]> {
    const { store, reached } = this.#parts;
    const batch = this.#finished.splice(0);
    const free = this.#stopping ? 0 : lanes - this.#underWay;
    if (batch.length === 0 && free <= 0) return [];
    const { settled, due } = await store
      .write(async (at) => ({ settled: await settleAll(this.#parts, at, batch), due: await claim(this.#parts, at, free) }))
      .catch((error) => {
        this.#finished.unshift(...batch); // what a server took must not be sent again for want of a mark
        throw error;
      });
    if (settled.length > 0) reached('settled');
    for (const one of settled) report(this.#parts, one);
    return due;
  }

  /** Resolves once the mail is on its way: the next is composed only then, so that none waits for those behind it. */
  async #handOver(row: OutboxRow): Promise<void> {
    const isAlone = this.#underWay === 0;
    this.#underWay++;
    this.#parts.reached('claimed');
    const { attempt } = await depart(this.#parts, row);
    void attempt.then((ended) => {
      this.#finished.push(ended);
      this.#underWay--;
      this.kick();
    });
    await (isAlone ? this.#headStart(attempt) : allThatCame());
  }

  /** While we fill the next mail nobody reads what the server says of this one. */
  #headStart(attempt: Promise<Attempt>): Promise<unknown> {
    return new Promise((resolve) => {
      const callOff = this.#parts.clock.after(headStart, () => resolve(null));
      void attempt.then(callOff).then(resolve);
    });
  }

  async #sleep(): Promise<void> {
    const due = await this.#parts.store.read((at) => at.nextDue());
    this.#wakeIn(due === null ? longestSleep : Math.min(Math.max(due - this.#parts.clock.now(), 0), longestSleep));
  }

  #wakeIn(ms: number): void {
    this.#cancelSleep();
    this.#cancelSleep = this.#parts.clock.after(ms, () => this.kick());
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** Resolves when everything that reached this process by now has been heard: answers that came together share a commit. */
const allThatCame = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function claim({ clock, owner, settings }: OutboxParts, at: Writing, free: number): Promise<readonly OutboxRow[]> {
  const now = clock.now();
  return free <= 0 ? [] : at.claimDue(now, free, owner, now + lease, settings().outgoing.limits);
}

async function settleAll(parts: OutboxParts, at: Writing, batch: readonly Attempt[]): Promise<Settled[]> {
  const now = parts.clock.now();
  const settings = parts.settings();
  const settled: Settled[] = [];
  for (const attempt of batch) {
    const one = await settleAttempt(at, attempt, parts.owner, now, settings);
    settled.push(one);
    if (one.settled && one.state === 'failed') await tellFailure(parts, at, one, { settings, now, newId: parts.newId });
  }
  return settled;
}

async function tellFailure({ log }: OutboxParts, at: Writing, { row, error }: Settled, desk: Desk): Promise<void> {
  const ticket = row.ticket === null ? null : await at.ticket(row.ticket);
  const on = ticket === null ? null : { ticket, participants: await at.participants(ticket.number) };
  if (row.template === 'notify-failed') log.error({ outbox: row.id }, 'the notice of a failed mail failed too');
  else if (row.template === 'probe') log.error({ outbox: row.id, answer: error }, 'the server did not take our test mail');
  else {
    const words = wordsIn([row, ...(await at.foldedInto(row.id))]);
    await at.apply(undelivered(desk, row, on, error ?? '', words), desk.now, null);
  }
}

function report({ log, blocked }: OutboxParts, { row, state, error, settled }: Settled): void {
  const fields = {
    journey: row.journey,
    step: 'answer',
    outbox: row.id,
    ticket: row.ticket,
    template: row.template,
    attempt: row.attempts,
  };
  if (!settled) log.warn(fields, 'another run of the desk took this mail over');
  else if (state === 'sent') log.info(fields, 'sent');
  else log.warn({ ...fields, state, answer: error }, `not sent: ${state}`);
  if (settled && state === 'blocked') blocked(row, error ?? '');
}
