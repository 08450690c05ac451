import type { ArrivalId } from '../domain/ids.ts';
import type { Clock, Intake, Log, Store } from '../domain/ports.ts';
import type { Reached } from './journey/7-store.ts';

const chunk = 100;
/** A command-line `deliver` may be at it: only what has lain this long is taken over. */
const patience = 60_000;

export type ResumeParts = { store: Store; intake: Intake; clock: Clock; log: Log; reached: Reached };

/**
 * Takes mails that were received (T1) but never decided (T2): the process died between, or a machine broke. Each try is
 * counted before it begins, so that a mail which kills its reader is noticed (F-33): from the second try on each mail is
 * read alone, the least suspected first, lest the others of its batch be taken for the killer. What still waits for DNS
 * afterwards is left to the next time (F-43).
 *
 * @param all at the daemon's start: also those of this very moment
 */
export async function resumeUndecided(parts: ResumeParts, all: boolean): Promise<number> {
  const { store, clock, log } = parts;
  const tried = new Set<ArrivalId>();
  let taken = 0;
  for (;;) {
    const before = all ? Number.MAX_SAFE_INTEGER : clock.now() - patience;
    const found = await store.read((at) => at.undecided(before, chunk + tried.size));
    const ids = found.filter((id) => !tried.has(id));
    if (ids.length === 0) return taken;
    for (const id of ids) tried.add(id);
    const arrivals = await store.read((at) => at.arrivals(ids));
    const fresh = arrivals.filter(({ attempts }) => attempts === 0).map(({ id }) => id);
    const suspects = arrivals.filter(({ attempts }) => attempts > 0).toSorted((a, b) => a.attempts - b.attempts);
    for (const some of [fresh, ...suspects.map(({ id }) => [id])]) taken += await tryOnce(parts, some);
    log.info({ step: 'receive', mails: ids.length }, 'took mails that an earlier run had received');
  }
}

async function tryOnce({ store, intake, reached }: ResumeParts, ids: readonly ArrivalId[]): Promise<number> {
  if (ids.length === 0) return 0;
  await store.write((at) => at.countAttempt(ids));
  reached('resuming');
  return (await intake.take(ids)).length;
}
