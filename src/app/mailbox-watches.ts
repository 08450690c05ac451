import type { MailboxNews } from '../domain/answer/mailbox-alerts.ts';
import type { Mailboxes } from '../domain/mailbox.ts';
import type { Clock, Intake, Log, Store } from '../domain/ports.ts';
import type { MailboxSettings } from '../domain/settings.ts';
import { watchMailbox } from './intake/watch-mailbox.ts';
import type { Reached } from './journey/7-store.ts';

export type WatchesParts = {
  mailboxes: Mailboxes;
  intake: Intake;
  store: Store;
  clock: Clock;
  log: Log;
  reached: Reached;
  alert: (mailbox: string, news: MailboxNews) => void;
};

/** One watch a mailbox, all at once. */
export class MailboxWatches {
  readonly #parts: WatchesParts;
  #stop = new AbortController();
  #running: readonly Promise<void>[] = [];

  constructor(parts: WatchesParts) {
    this.#parts = parts;
  }

  start(mailboxes: readonly MailboxSettings[]): void {
    this.#stop = new AbortController();
    const { alert, ...parts } = this.#parts;
    this.#running = mailboxes.map((mailbox) =>
      watchMailbox({ ...parts, mailbox, signal: this.#stop.signal, alert: (news) => alert(mailbox.name, news) }).catch(
        (error) => {
          parts.log.error({ mailbox: mailbox.name, error }, 'watching a mailbox ended; it starts again with the next reload');
          alert(mailbox.name, { news: 'unwatched', text: error instanceof Error ? error.message : String(error) });
        },
      ),
    );
  }

  /** Resolves when every watch has stopped between two steps. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }
}
