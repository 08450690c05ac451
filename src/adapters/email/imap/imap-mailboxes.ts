import type { LookupFunction } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { Log, Mailboxes, Opening } from '../../../domain/ports.ts';
import type { MailboxSettings } from '../../../domain/settings.ts';
import type { TokenSource } from '../oauth/token-source.ts';
import type { TokenSourceOf } from '../oauth/token-sources.ts';
import { connectOptions } from './connect-options.ts';
import { openFolder } from './imap-folder.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openingAfter } from './refusal.ts';
import { throttle } from './throttle.ts';
import { overheard } from './vendor-log.ts';

export type ImapParts = {
  tokens: TokenSourceOf;
  log: Log;
  /** Epoch ms. */
  now: () => number;
  limits?: Partial<Limits>;
  /** Resolves host names in place of the system. */
  lookup?: LookupFunction;
};

/** IMAP accounts as the intake sees them: each `open` is one connection with one folder selected. */
export function imapMailboxes({ tokens, log, now, limits: own = {}, lookup }: ImapParts): Mailboxes {
  const limits = { ...defaultLimits, ...own };
  const throttled = throttle(now, limits.throttlePause);

  const attempt = async (mailbox: MailboxSettings, source: TokenSource | null): Promise<Opening> => {
    const token = source ? await source.token() : null;
    if (token && token.kind !== 'token') return withoutToken(token);
    const hearing = overheard();
    const client = new ImapFlow(connectOptions(mailbox.imap, token?.token ?? null, limits, hearing.logger, lookup));
    // Without a listener Node would end the process; what went wrong also reaches the command that was under way.
    client.on('error', () => client.close());
    try {
      return { kind: 'open', folder: await openFolder(client, mailbox, { limits, log, hearing }) };
    } catch (error) {
      client.close();
      return openingAfter(error, mailbox, hearing);
    }
  };

  return {
    async open(mailbox) {
      const pause = throttled.answer(mailbox);
      if (pause) return pause;
      const { auth } = mailbox.imap;
      const source = auth.kind === 'oauth2' ? tokens(auth.oauth2) : null;
      const first = await attempt(mailbox, source);
      if (!source || first.kind !== 'refused' || first.by !== 'auth') return throttled.note(mailbox, first);
      source.invalidate(); // it may have been revoked before its time: once more with a fresh one
      return throttled.note(mailbox, await attempt(mailbox, source));
    },
  };
}

type NoToken = Exclude<Awaited<ReturnType<TokenSource['token']>>, { kind: 'token' }>;
const withoutToken = ({ kind, text }: NoToken): Opening =>
  kind === 'refused' ? { kind: 'refused', by: 'auth', text } : { kind: 'unreachable', text };
