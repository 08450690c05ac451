import type { OAuth2Settings } from '../../../domain/settings.ts';
import { type TokenParts, type TokenSource, tokenSource } from './token-source.ts';

/** The one source of an account's tokens, whoever asks. */
export type TokenSourceOf = (settings: OAuth2Settings) => TokenSource;

/** One source for equal settings, so that IMAP and SMTP with one account do not void each other's refresh tokens. */
export function tokenSources(parts: TokenParts): TokenSourceOf {
  const known = new Map<string, TokenSource>();
  return (settings) => {
    const key = JSON.stringify(settings, Object.keys(settings).toSorted());
    const source = known.get(key) ?? tokenSource(settings, parts);
    known.set(key, source);
    return source;
  };
}
