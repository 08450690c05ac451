import type { ImapFlowError, Logger } from 'imapflow';

/** What the library says only to its logger: several commands answer a refusal with a bare `false`. */
export type Hearing = { logger: Logger; lastFailure(): ImapFlowError | null };

/** A logger that writes nothing, remembers the last failure, and hands on what the server said with each. */
export function overheard(onRefusal: (said: string) => void): Hearing {
  let last: ImapFlowError | null = null;
  const hear = ({ err }: { err?: unknown }) => {
    if (!(err instanceof Error)) return;
    last = err;
    const said = serverWords(err);
    if (said !== null) onRefusal(said);
  };
  const ignore = () => {};
  return { logger: { debug: ignore, info: ignore, warn: hear, error: hear }, lastFailure: () => last };
}

/** What the server said to a command it refused, on one line; null where it said nothing. */
export function serverWords(failure: ImapFlowError | null): string | null {
  const text = failure?.responseText ?? (typeof failure?.response === 'string' ? failure.response : null);
  return text
    ? text
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 300)
    : null;
}
