import type { OAuth2Settings } from '../../../domain/settings.ts';
import type { TokenAnswer } from './request-token.ts';
import type { TokenMemory } from './token-memory.ts';

/** `refused`: an admin must see to it; `unreachable`: may be tried again. Texts carry no secrets. */
export type Token =
  | { kind: 'token'; token: string; expires: number }
  | { kind: 'refused'; text: string }
  | { kind: 'unreachable'; text: string };

/** The access token of one account; shared by all who log in with it. */
export type TokenSource = {
  token(): Promise<Token>;
  /** For callers that know no outcomes. @throws {Error} where there is no token to be had */
  accessToken(): Promise<string>;
  /** After a server refused it: the next `token` asks for a new one. */
  invalidate(): void;
};

export type TokenParts = {
  /** Epoch ms. */
  now: () => number;
  /** Keeps the refresh tokens that a provider hands out in place of the configured one. */
  memory: TokenMemory;
};

/** A token this close to its end is not used any more: logins take their time, and clocks differ. */
const margin = 60_000;
/** Where the provider does not say how long a token lives (RFC 6749 §5.1 only recommends that it does). */
const lifeUnsaid = 5 * 60_000;

/** A token is asked for when one is needed and kept until shortly before its end; callers at the same time share one request. */
export function tokenSource(settings: OAuth2Settings, { now, memory }: TokenParts): TokenSource {
  let current: Extract<Token, { kind: 'token' }> | null = null;
  let pending: Promise<Token> | null = null;

  const renew = async (): Promise<Token> => {
    const asked = now();
    const { requestToken } = await import('./request-token.ts'); // most accounts have a password
    const answer = await requestToken(settings, (await memory.recall(settings)) ?? settings.refreshToken);
    if (answer.kind !== 'token') return answer;
    await keepRotated(answer, settings, memory);
    const life = answer.lifetime ?? lifeUnsaid;
    current = { kind: 'token', token: answer.token, expires: asked + Math.max(life - margin, life / 2) };
    return current;
  };
  const token = async (): Promise<Token> => {
    if (current && now() < current.expires) return current;
    pending ??= renew().finally(() => {
      pending = null;
    });
    return pending;
  };
  return {
    token,
    async accessToken() {
      const answer = await token();
      if (answer.kind === 'token') return answer.token;
      throw new Error(answer.text);
    },
    invalidate() {
      current = null;
    },
  };
}

/** A provider that rotates refresh tokens voids the old one: the new one must outlive this process. */
async function keepRotated(
  answer: Extract<TokenAnswer, { kind: 'token' }>,
  settings: OAuth2Settings,
  memory: TokenMemory,
): Promise<void> {
  if (answer.refreshToken !== null && answer.refreshToken !== settings.refreshToken)
    await memory.remember(settings, answer.refreshToken);
}
