import type { ImapFlowError, Logger } from 'imapflow';

/** What the library says only to its logger: several commands answer a refusal with a bare `false`. */
export type Hearing = { logger: Logger; lastFailure(): ImapFlowError | null };

/** A logger that writes nothing and remembers the last failure. */
export function overheard(): Hearing {
  let last: ImapFlowError | null = null;
  const hear = (entry: { err?: unknown }) => {
    if (entry.err instanceof Error) last = entry.err;
  };
  const ignore = () => {};
  return { logger: { debug: ignore, info: ignore, warn: hear, error: hear }, lastFailure: () => last };
}
