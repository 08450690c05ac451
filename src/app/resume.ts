import type { Clock, Intake, Log, Store } from '../domain/ports.ts';
import type { Reached } from './journey/7-store.ts';

const chunk = 100;
/** A command-line `deliver` may be at it: only what has lain this long is taken over. */
const patience = 60_000;

export type ResumeParts = { store: Store; intake: Intake; clock: Clock; log: Log; reached: Reached };

/**
 * Takes mails that were received (T1) but never decided (T2): the process died between, or a machine broke. The attempt
 * is counted first, so that a mail which kills its reader is noticed (F-33).
 *
 * @param all at the daemon's start: also those of this very moment
 */
export async function resumeUndecided({ store, intake, clock, log, reached }: ResumeParts, all: boolean): Promise<number> {
  let taken = 0;
  for (;;) {
    const before = all ? Number.MAX_SAFE_INTEGER : clock.now() - patience;
    const ids = await store.read((at) => at.undecided(before, chunk));
    if (ids.length === 0) return taken;
    await store.write((at) => at.countAttempt(ids));
    reached('resuming');
    const outcomes = await intake.take(ids);
    taken += outcomes.length;
    log.info({ step: 'receive', mails: outcomes.length }, 'took mails that an earlier run had received');
  }
}
