import type { MailboxNews } from '../../domain/answer/mailbox-alerts.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { backOff } from './back-off.ts';

/** How filing on the server fares: when to try again, and whether somebody must be told (F-15). */
export type FilingTrouble = {
  failed(text: string): void;
  worked(): void;
  /** Epoch ms of the next try, 0 where nothing is amiss. */
  nextTry(): number;
};

/** So long may a folder be missing or full before a person hears of it. */
const patience = 15 * 60_000;

export function filingTrouble(
  name: string,
  clock: Clock,
  log: Log,
  alert: (news: MailboxNews) => void,
  random: () => number,
): FilingTrouble {
  const pause = backOff(random);
  let since: number | null = null;
  let next = 0;
  let isTold = false;
  return {
    failed(text) {
      since ??= clock.now();
      next = clock.now() + pause.next();
      const said = `mailbox ${name}: mails were taken, but stay where they are: ${text}`;
      log.warn({ mailbox: name, next }, said);
      if (isTold || clock.now() - since < patience) return;
      isTold = true;
      alert({ news: 'unfiled', text: said, since });
    },
    worked() {
      if (since !== null) log.info({ mailbox: name }, `mailbox ${name}: mails are filed again`);
      pause.reset();
      since = null;
      next = 0;
      isTold = false;
    },
    nextTry: () => next,
  };
}
