import type { Verifier } from '../../domain/authenticate/verification.ts';
import { waitsForDns } from '../../domain/authenticate/waits-for-dns.ts';
import type { Facts } from '../../domain/decide/facts.ts';
import type { ArrivalId } from '../../domain/ids.ts';
import type { Clock, Log, Signer, Store, Taken, Writing } from '../../domain/ports.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Arrival } from '../../domain/ticket.ts';
import { eraseFiles } from '../erase-files.ts';
import type { Parsing } from './2-parse.ts';
import { doubtedNow } from './4-doubted.ts';
import { dateFrom } from './5-match-twin.ts';
import { type Reached, storeMail, storeUnreadable } from './7-store.ts';
import { type FailedTokens, guardTokens } from './failed-tokens.ts';
import { type ReadHtml, type Understanding, type Understood, type Unreadable, understand } from './understand.ts';

export type Taking = Parsing & {
  verify: Verifier;
  readHtml: ReadHtml;
  failed: FailedTokens;
  store: Store;
  signer: Signer;
  clock: Clock;
  log: Log;
  settings: () => Settings;
  newId: Facts['newId'];
  words: () => Facts['words'];
  reached: Reached;
  /** After T2: something may be due in the outbox. */
  stored: () => void;
  /** A mail ended up held without a ticket: a person must look. */
  held: (taken: Taken) => void;
};

const undecidable = 'could not be decided';

/** It stays received and is taken again every minute (F-43). */
const awaiting = 'waits for DNS, which could not say whether its sender is proved';

/** A mail on which the desk died this often while it read it is not tried again by itself (F-33). */
const mostDeaths = 3;

/**
 * Steps 2 to 7 of a batch: each mail understood on its own, then stored in one transaction, each in a savepoint. Mails are
 * read in their thread while those before them are decided; one that takes long does not hold up the others.
 */
export async function take(parts: Taking, ids: readonly ArrivalId[]): Promise<readonly Taken[]> {
  const { store, clock, settings } = parts;
  const { arrivals, doubted } = await store.read(async (at) => ({
    arrivals: await at.arrivals(ids),
    doubted: await doubtedNow(at),
  }));
  const understanding = { ...parts, settings: settings(), now: clock.now(), doubted };
  const batch = arrivals.map((arrival) => {
    const mail = arrival.state === 'received' ? safely(arrival, understanding) : Promise.resolve(undefined);
    const entry: Entry = { arrival, mail, isRead: false };
    void mail.then(() => (entry.isRead = true));
    return entry;
  });
  await forgive(store, batch);
  const taken = new Map<ArrivalId, Taken>();
  while (taken.size < batch.length) {
    const rest = batch.filter(({ arrival }) => !taken.has(arrival.id));
    await Promise.race(rest.map(({ mail }) => mail));
    for (const one of await storeSome(parts, understanding.settings, rest)) taken.set(one.id, one);
  }
  const again = [...taken.values()].flatMap((one) => one.again ?? []);
  if (again.length > 0) await take(parts, again);
  return arrivals.flatMap(({ id }) => taken.get(id) ?? []);
}

type Entry = { arrival: Arrival; mail: Promise<Understood | Unreadable | undefined>; isRead: boolean };

/** T2 of the mails that are understood by the time it is their turn. */
async function storeSome(parts: Taking, settings: Settings, batch: readonly Entry[]): Promise<readonly Taken[]> {
  const { store, clock, newId, words, blobs, parse, reached } = parts;
  const deciding = { settings, now: clock.now(), newId, words: words(), dateOf: dateFrom(blobs.mails, parse) };
  const unread = new Set<ArrivalId>();
  let leavesFiles = false;
  const taken = await store.write(async (at) => {
    const outcomes: Taken[] = [];
    let mayWait = true;
    for (const { arrival, mail, isRead } of batch) {
      if (!isRead) mayWait &&= await isSoon(clock, mail);
      if (!isRead && !mayWait) continue;
      const understood = await mail;
      if (understood?.kind === 'unreadable') unread.add(arrival.id);
      outcomes.push(await takeOne(parts, at, deciding, arrival, understood));
    }
    leavesFiles = (await at.erasures()).length > 0;
    return outcomes;
  });
  reached('stored');
  if (leavesFiles) await eraseFiles(parts);
  for (const one of taken) report(parts, one, unread.has(one.id));
  parts.stored();
  return taken;
}

/** Milliseconds that an open transaction waits for a mail to be read. */
const patience = 100;

function isSoon(clock: Clock, mail: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = clock.after(patience, () => resolve(false));
    void mail.then(() => {
      callOff();
      resolve(true);
    });
  });
}

/** A throw here is our bug; it ends this mail's journey as held, never the batch or the daemon. */
async function safely(arrival: Arrival, parts: Understanding & Pick<Taking, 'failed' | 'log'>): Promise<Understood | Unreadable> {
  if (arrival.attempts > mostDeaths)
    // this try is counted already
    return { kind: 'unreadable', arrival, why: `the desk stopped ${arrival.attempts - 1} times while it read this mail` };
  try {
    const understood = await understand(parts, arrival);
    return understood.kind === 'mail' ? guardTokens(parts, understood) : understood;
  } catch (error) {
    return { kind: 'unreadable', arrival, why: `could not be read: ${wordsOf(error)}` };
  }
}

/** Only while a mail is read can it be the cause of a death; what was read is suspected no longer. */
async function forgive(store: Store, batch: readonly Entry[]): Promise<void> {
  const read: ArrivalId[] = [];
  for (const { arrival, mail } of batch) if (arrival.attempts > 0 && (await mail)?.kind === 'mail') read.push(arrival.id);
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
  if (mail.kind === 'mail' && waitsForDns({ ...mail, people: deciding.settings.people, now: deciding.now }))
    return { id: arrival.id, outcome: 'held', ticket, why: awaiting, messageId: mail.mail.messageId };
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
