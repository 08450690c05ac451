import type { Opening } from '../../../domain/mailbox.ts';
import type { MailboxSettings } from '../../../domain/settings.ts';

/** Keeps from knocking at a server that has just said it is too much (F-19). */
export type Throttle = {
  /** The answer to give without connecting, null where connecting is fine. */
  answer(mailbox: MailboxSettings): Opening | null;
  note(mailbox: MailboxSettings, opening: Opening): Opening;
  /** What the server said while a folder was open. */
  hear(mailbox: MailboxSettings, said: string): void;
};

/**
 * Remembers per account, for `pause`, that its server asked for patience.
 *
 * @param pause milliseconds
 */
export function throttle(now: () => number, pause: number): Throttle {
  const until = new Map<string, number>();
  const account = ({ imap }: MailboxSettings) => `${imap.user}@${imap.host}:${imap.port}`;
  const hear = (mailbox: MailboxSettings, said: string) => {
    if (isThrottling(said)) until.set(account(mailbox), now() + pause);
  };
  return {
    answer(mailbox) {
      const wait = (until.get(account(mailbox)) ?? 0) - now();
      if (wait <= 0) return null;
      return {
        kind: 'unreachable',
        text: `${mailbox.imap.host} asked for fewer logins; next one in ${Math.ceil(wait / 1000)} s`,
      };
    },
    note(mailbox, opening) {
      if (opening.kind === 'unreachable') hear(mailbox, opening.text);
      return opening;
    },
    hear,
  };
}

/** Servers word it as they like; RFC 5530 has LIMIT and INUSE, Gmail and Microsoft 365 have prose. */
export const isThrottling = (text: string): boolean =>
  /throttl|too many|\blimit\b|\binuse\b|exceeded|rate[- ]?limit|back[- ]?off/i.test(text);
