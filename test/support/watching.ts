import { type ImapParts, imapMailboxes } from '../../src/adapters/email/imap/imap-mailboxes.ts';
import { tokenSources } from '../../src/adapters/email/oauth/token-sources.ts';
import { systemClock } from '../../src/app/clock.ts';
import type { WatchParts } from '../../src/app/intake/watch.ts';
import { watchMailbox } from '../../src/app/intake/watch-mailbox.ts';
import type { Log } from '../../src/domain/ports.ts';
import type { ImapAccount, MailboxSettings } from '../../src/domain/settings.ts';
import { type PaperLedger, paperLedger } from './paper-ledger.ts';

/** A log to read in tests. */
export type ToldLog = Log & { lines: { level: 'info' | 'warn' | 'error'; text: string }[] };

export function toldLog(): ToldLog {
  const lines: ToldLog['lines'] = [];
  const tell = (level: 'info' | 'warn' | 'error') => (_: unknown, text: string) => void lines.push({ level, text });
  return { lines, info: tell('info'), warn: tell('warn'), error: tell('error') };
}

/** A mailbox `support` whose user is asha, on this machine, without TLS. */
export function mailboxOn(port: number, own: Partial<MailboxSettings> = {}, account: Partial<ImapAccount> = {}): MailboxSettings {
  return {
    name: 'support',
    imap: {
      host: '127.0.0.1',
      port,
      secure: false,
      user: 'asha',
      rejectUnauthorized: true,
      auth: { kind: 'password', password: 'secret' },
      ...account,
    },
    folder: 'INBOX',
    after: { kind: 'move', to: 'Processed', heldTo: 'Quarantine' },
    poll: 60_000,
    since: null,
    team: null,
    workflow: null,
    language: null,
    via: [],
    ...own,
  };
}

/** Real IMAP, tokens kept nowhere. */
export const realMailboxes = (own: Partial<ImapParts> = {}) =>
  imapMailboxes({
    tokens: tokenSources({ now: Date.now, memory: { recall: async () => null, remember: async () => {} } }),
    log: toldLog(),
    now: Date.now,
    ...own,
  });

/** A mailbox being watched; ends with its scope. */
export type Watching = AsyncDisposable & { ledger: PaperLedger; log: ToldLog; alerts: string[]; stop(): Promise<void> };

export function watching(
  mailbox: MailboxSettings,
  own: Partial<WatchParts> & { ledger?: PaperLedger; imap?: Partial<ImapParts> } = {},
): Watching {
  const { ledger = paperLedger(), imap, ...parts } = own;
  const log = toldLog();
  const alerts: string[] = [];
  const stopper = new AbortController();
  const over = watchMailbox({
    mailbox,
    mailboxes: realMailboxes({ log, ...imap }),
    intake: ledger.intake,
    store: ledger.store,
    clock: systemClock(),
    log,
    alert: ({ text }) => void alerts.push(text),
    signal: stopper.signal,
    ...parts,
  });
  const stop = () => {
    stopper.abort();
    return over;
  };
  return { ledger, log, alerts, stop, [Symbol.asyncDispose]: stop };
}

/** A plain mail; `n` makes it one of its own. */
export const mail = (n: number | string, text = `Text ${n}.`): string =>
  `From: Jane Roe <jane@globex.example>\r\nTo: support@acme.example\r\nSubject: Question ${n}\r\nMessage-ID: <${n}@globex.example>\r\n\r\n${text}\r\n`;
