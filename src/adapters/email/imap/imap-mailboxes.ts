import type { LookupFunction } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { Mailboxes, Opening } from '../../../domain/mailbox.ts';
import type { Log } from '../../../domain/ports.ts';
import type { MailboxSettings } from '../../../domain/settings.ts';
import type { Token, TokenSource } from '../oauth/token-source.ts';
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

  const connect = async (mailbox: MailboxSettings, accessToken: string | null): Promise<Opening> => {
    const hearing = overheard((text) => throttled.hear(mailbox, text));
    const client = new ImapFlow(connectOptions(mailbox.imap, accessToken, limits, hearing.logger, lookup));
    // Without a listener Node would end the process; what went wrong also reaches the command that was under way.
    client.on('error', () => client.close());
    try {
      return { kind: 'open', folder: await openFolder(client, mailbox, { limits, log, hearing, now }) };
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
      const opening =
        auth.kind === 'password' ? connect(mailbox, null) : byToken(tokens(auth.oauth2), (token) => connect(mailbox, token));
      return throttled.note(mailbox, await opening);
    },
  };
}

/** A token may have been revoked before its time: refused once, it is replaced by a fresh one. */
async function byToken(source: TokenSource, connect: (token: string) => Promise<Opening>): Promise<Opening> {
  const token = await source.token();
  if (token.kind !== 'token') return withoutToken(token);
  const first = await connect(token.token);
  if (first.kind !== 'refused' || first.by !== 'auth') return first;
  source.invalidate();
  const fresh = await source.token();
  return fresh.kind === 'token' ? connect(fresh.token) : withoutToken(fresh);
}

const withoutToken = ({ kind, text }: Exclude<Token, { kind: 'token' }>): Opening =>
  kind === 'refused' ? { kind: 'refused', by: 'auth', text } : { kind: 'unreachable', text };
