import type { Facts } from '../../domain/decide/facts.ts';
import type { ArrivalId } from '../../domain/ids.ts';
import type { Clock, Log, Signer, Store, Taken, Writing } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { Parsing } from './2-parse.ts';
import { dateFrom } from './5-match-twin.ts';
import { type Reached, storeMail, storeUnreadable } from './7-store.ts';
import { type Understood, type Unreadable, understand } from './understand.ts';

export type Taking = Parsing & {
  store: Store;
  signer: Signer;
  clock: Clock;
  log: Log;
  settings: () => Settings;
  newId: Facts['newId'];
  reached: Reached;
  /** After T2: something may be due in the outbox. */
  stored: () => void;
  /** A mail ended up held without a ticket: a person must look. */
  held: (taken: Taken) => void;
};

const undecidable = 'could not be decided';

/** A mail on which the desk died this often while it read it is not tried again by itself (F-33). */
const mostDeaths = 3;

/** Steps 2 to 7 of a batch: each mail understood on its own, then all stored in one transaction, each in a savepoint. */
export async function take(parts: Taking, ids: readonly ArrivalId[]): Promise<readonly Taken[]> {
  const { store, clock, settings, reached } = parts;
  const arrivals = await store.read((at) => at.arrivals(ids));
  const current = settings();
  const understanding = { ...parts, settings: current, now: clock.now() };
  const mails = new Map<ArrivalId, Understood | Unreadable>();
  for (const arrival of arrivals) if (arrival.state === 'received') mails.set(arrival.id, await safely(arrival, understanding));
  await forgive(store, arrivals, mails);
  const deciding = { settings: current, now: clock.now(), newId: parts.newId, dateOf: dateFrom(parts.blobs.mails, parts.parse) };
  const taken = await store.write(async (at) => {
    const outcomes: Taken[] = [];
    for (const arrival of arrivals) outcomes.push(await takeOne(parts, at, deciding, arrival, mails.get(arrival.id)));
    return outcomes;
  });
  reached('stored');
  for (const one of taken) report(parts, one, mails.get(one.id)?.kind === 'unreadable');
  parts.stored();
  return taken;
}

/** A throw here is our bug; it ends this mail's journey as held, never the batch or the daemon. */
async function safely(arrival: Arrival, parts: Parameters<typeof understand>[0]): Promise<Understood | Unreadable> {
  if (arrival.attempts > mostDeaths)
    // this try is counted already
    return { kind: 'unreadable', arrival, why: `the desk stopped ${arrival.attempts - 1} times while it read this mail` };
  try {
    return await understand(parts, arrival);
  } catch (error) {
    return { kind: 'unreadable', arrival, why: `could not be read: ${wordsOf(error)}` };
  }
}

/** Only while a mail is read can it be the cause of a death; what was read is suspected no longer. */
async function forgive(
  store: Store,
  arrivals: readonly Arrival[],
  mails: ReadonlyMap<ArrivalId, { kind: string }>,
): Promise<void> {
  const read = arrivals.filter(({ id, attempts }) => attempts > 0 && mails.get(id)?.kind === 'mail').map(({ id }) => id);
  if (read.length > 0) await store.write((at) => at.clearAttempts(read));
}

async function takeOne(
  { log, reached }: Taking,
  at: Writing,
  deciding: Parameters<typeof storeMail>[1],
  arrival: Arrival,
  mail: Understood | Unreadable | undefined,
): Promise<Taken> {
  const { outcome, ticket, why, messageId } = arrival;
  if (mail === undefined) return { id: arrival.id, outcome: outcome ?? 'held', ticket, why, messageId };
  try {
    return await at.savepoint(() => storeMail(at, deciding, mail, reached));
  } catch (error) {
    if (isBrokenMachine(error)) throw error;
    log.error({ journey: arrival.id, step: 'store', error }, 'deciding about a mail failed; it is held');
    return at.savepoint(() => storeUnreadable(at, { arrival, why: `${undecidable}: ${wordsOf(error)}` }));
  }
}

function report({ log, held }: Taking, taken: Taken, unread: boolean): void {
  log.info({ journey: taken.id, step: 'store', outcome: taken.outcome, ticket: taken.ticket }, taken.outcome);
  if (unread || taken.why.startsWith(undecidable)) held(taken);
}

/** The store's own failures are no fault of the mail: the whole batch is tried again. */
const isBrokenMachine = (error: unknown): boolean => error instanceof Error && 'retry' in error;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
