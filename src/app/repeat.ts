import type { Clock, Log } from '../domain/ports.ts';

/**
 * Runs `work` every `ms`, never twice at once; a failure is logged and the next turn comes.
 *
 * @param first when the first turn comes
 * @returns how to end it
 */
export function repeat(
  clock: Clock,
  log: Log,
  ms: number,
  work: () => Promise<void>,
  first: 'later' | 'now' = 'later',
): () => void {
  let ended = false;
  let cancel = (): void => {};
  const turn = (): void => {
    work()
      .catch((error) => log.error({ error }, 'a sweep failed; the next one tries again'))
      .finally(() => {
        if (!ended) cancel = clock.after(ms, turn);
      });
  };
  if (first === 'now') turn();
  else cancel = clock.after(ms, turn);
  return () => {
    ended = true;
    cancel();
  };
}
