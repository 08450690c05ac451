import { randomUUID } from 'node:crypto';
import { blockedTemplate, unreadMail } from '../domain/answer/desk-alerts.ts';
import { mailboxAlert } from '../domain/answer/mailbox-alerts.ts';
import type { Alert } from '../domain/answer/tell-admins.ts';
import type { Sender } from '../domain/sender.ts';
import type { Settings } from '../domain/settings.ts';
import { alerter } from './alert.ts';
import type { Adapters } from './compose.ts';
import { selfTest } from './doctor/self-test.ts';
import { wakeUp } from './due/wake-up.ts';
import type { House } from './house.ts';
import type { JobParts } from './jobs/job.ts';
import { runDueJobs } from './jobs/run-jobs.ts';
import { keepCopy } from './keep-copy.ts';
import { Listeners } from './listeners.ts';
import { readyFor } from './made-files.ts';
import { MailboxWatches } from './mailbox-watches.ts';
import { OutboxLoop } from './outbox-loop.ts';
import { sendDueProbes } from './probing.ts';
import { rawMail } from './raw-mail.ts';
import { repeat } from './repeat.ts';
import { resumeUndecided } from './resume.ts';
import { tidy } from './tidy.ts';

export type Started = { kind: 'running'; daemon: Daemon } | { kind: 'refused'; text: string };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** Mails under way have this long to end by themselves when the desk stops; closing gives them five seconds more. */
const drain = 3 * second;

/** Starts intake, outbox and sweeps over an open house. The data directory is locked by the caller. */
export async function startDaemon(adapters: Adapters, house: House): Promise<Started> {
  const daemon = new Daemon(adapters, house);
  const refused = await daemon.start();
  return refused === null ? { kind: 'running', daemon } : { kind: 'refused', text: refused };
}

/** The running desk. */
export class Daemon {
  readonly #adapters: Adapters;
  readonly #house: House;
  readonly #owner = randomUUID();
  readonly #outbox: OutboxLoop;
  readonly #listeners: Listeners;
  readonly #watches: MailboxWatches;
  readonly #sweeps: (() => void)[] = [];
  readonly #jobs: JobParts;
  #sender: Sender;
  #ticking: Promise<void> = Promise.resolve();
  /** Tells the admins, by log and mail. */
  readonly alert: (alert: Alert) => Promise<void>;

  constructor(adapters: Adapters, house: House) {
    const { store, settings, intake, newId, signer, reached } = house;
    const { clock, log } = house.options;
    const common = { store, settings, intake, clock, log, reached, newId };
    this.#adapters = adapters;
    this.#house = house;
    this.#sender = adapters.openSender(settings(), house);
    this.alert = alerter({ ...common, stored: () => this.#outbox.kick() });
    this.#outbox = new OutboxLoop({
      ...common,
      signer,
      owner: this.#owner,
      now: clock.now,
      render: () => house.templates().renderTogether,
      ready: readyFor(adapters, house),
      sender: () => this.#sender,
      keep: keepCopy(house),
      blocked: (row, why) => void this.alert(blockedTemplate(row.template, why)),
    });
    this.#listeners = new Listeners({ ...common, adapters });
    this.#jobs = {
      ...{ ...common, stored: () => this.#outbox.kick(), alert: this.alert },
      ...{ selfTest: () => selfTest(adapters, house), byHand: false, postAlarm: house.postAlarm, blobs: house.blobs },
    };
    const mailboxes = adapters.openMailboxes(house);
    this.#watches = new MailboxWatches({
      ...common,
      mailboxes,
      alert: (name, news) => void this.alert(mailboxAlert(name, news)),
    });
    house.on.stored = () => this.#outbox.kick();
    house.on.held = ({ id, why }) => void rawMail(house, id).then((raw) => this.alert(unreadMail(id, why, raw)));
  }

  /** @returns null, or why it cannot run and what to do */
  async start(): Promise<string | null> {
    const { store, blobs, intake, settings, reached } = this.#house;
    const { clock, log } = this.#house.options;
    const resumed = { store, intake, clock, log, reached };
    const refused = await this.#listeners.follow(settings());
    if (refused !== null) {
      await this.stop();
      return refused;
    }
    await this.#house.dropLeavers();
    await store.write((at) => at.releaseLeases(this.#owner, clock.now()));
    await wakeUp(this.#jobs);
    await resumeUndecided(resumed, true);
    this.#watches.start(settings().mailboxes);
    const started = clock.now();
    const probing = { ...this.#house, clock, log, stored: () => this.#outbox.kick() };
    this.#sweeps.push(
      repeat(clock, log, minute, () => sendDueProbes(probing, started)),
      repeat(clock, log, minute, async () => void (await resumeUndecided(resumed, false))),
      repeat(clock, log, minute, () => this.tick()),
      repeat(clock, log, second, this.#noticeOthers()),
      repeat(clock, log, hour, () => tidy({ store, blobs, clock, log }), 'now'),
    );
    this.#outbox.kick();
    return null;
  }

  get listening(): Listeners['ports'] {
    return this.#listeners.ports;
  }

  /** Resolves once nothing is due in the outbox and nothing is under way. */
  idle(): Promise<void> {
    return this.#outbox.idle();
  }

  /** Runs the timed jobs that are due, after those that are running; each minute by itself. */
  tick(): Promise<void> {
    this.#ticking = this.#ticking.catch(() => {}).then(() => runDueJobs(this.#jobs));
    return this.#ticking;
  }

  /** Calendars may be others than when it was last looked at what is due. */
  #lookAtAll(): Promise<void> {
    const { store, options } = this.#house;
    return store.write((at) => at.apply([{ act: 'look-at-all' }], options.clock.now(), null));
  }

  /** Follows new settings. @returns null, or why it keeps the old ones */
  async adopt(next: Settings): Promise<string | null> {
    const before = this.#house.settings();
    await this.#house.adopt(next);
    const refused = await this.#listeners.follow(next);
    if (refused !== null) {
      await this.#house.adopt(before);
      await this.#listeners.follow(before);
      return refused;
    }
    await this.#house.dropLeavers();
    await this.#watches.stop();
    if (JSON.stringify(before.outgoing) !== JSON.stringify(next.outgoing)) {
      const old = this.#sender;
      this.#sender = this.#adapters.openSender(next, this.#house);
      await old.close();
    }
    await this.#lookAtAll();
    this.#watches.start(next.mailboxes);
    this.#outbox.kick();
    return null;
  }

  /** Drains: nothing new is taken, what is under way is finished. */
  async stop(): Promise<void> {
    for (const end of this.#sweeps) end();
    const jobs = this.#ticking.catch(() => {});
    await Promise.all([this.#listeners.stop(), this.#watches.stop(), this.#stopSending(), jobs]);
  }

  /** A server that says nothing must not keep the desk from stopping: its mails wait for the next start (F-12). */
  async #stopSending(): Promise<void> {
    const stopped = this.#outbox.stop();
    let cancel = (): void => {};
    const patience = new Promise<void>((resolve) => {
      cancel = this.#house.options.clock.after(drain, resolve);
    });
    await Promise.race([stopped, patience]);
    cancel();
    await this.#sender.close();
    await stopped;
  }

  /** The command line may have queued mail; only the daemon sends it. */
  #noticeOthers(): () => Promise<void> {
    let seen = -1;
    return async () => {
      const commits = await this.#house.store.foreignCommits();
      if (commits !== seen) this.#outbox.kick();
      seen = commits;
    };
  }
}
