import type { TicketNo } from '../../domain/ids.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { Log, Writing } from '../../domain/ports.ts';
import { type Passing, passTime } from './pass-time.ts';

/** Tickets in one transaction: mail that comes meanwhile waits for no more than these. */
const most = 50;
/** A ticket that fails is left alone for a day, unless something changes on it: a bug is not mended by trying each minute. */
const rest = 24 * 60 * 60_000;

type Parts = Passing & { log: Log };
type Failure = { ticket: TicketNo; error: unknown };

/**
 * Does on all tickets what their time has come for. Who does it is settled by the transaction: a second run that waited for it
 * finds nothing left to do. A ticket that cannot be dealt with is left as it is, and the others go on.
 *
 * @throws {Error} at the end, naming the tickets that failed
 */
export async function takeDue(parts: Parts): Promise<void> {
  const { store, clock, settings } = parts;
  const now = clock.now();
  const failures: Failure[] = [];
  while ((await store.read((at) => at.toLookAt(now, 1))).length > 0)
    await store.write(async (at) => {
      for (const ticket of await at.toLookAt(now, most)) failures.push(...(await dealWith(at, parts, ticket, now)));
    });
  if (failures.length === 0) return;
  const { prefix } = settings().desk;
  throw new Error(failures.map(({ ticket, error }) => `${tagOf(prefix, ticket)}: ${messageOf(error)}`).join('; '));
}

async function dealWith(at: Writing, parts: Parts, ticket: TicketNo, now: number): Promise<Failure[]> {
  try {
    const next = await at.savepoint(() => passTime(at, parts, ticket, now));
    await at.apply([{ act: 'look-again', ticket, at: next }], now, null);
    return [];
  } catch (error) {
    parts.log.error({ ticket, error }, 'what is due on a ticket could not be done');
    await at.apply([{ act: 'look-again', ticket, at: now + rest }], now, null);
    return [{ ticket, error }];
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
