import type { TicketNo } from '../../domain/ids.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { Log, Writing } from '../../domain/ports.ts';
import { type Passing, passTime } from './pass-time.ts';

/** Tickets in one transaction: mail that comes meanwhile waits for no more than these. */
const most = 50;
/** A ticket that fails is left alone for a day, unless something changes on it: a bug is not mended by trying each minute. */
const rest = 24 * 60 * 60_000;

type Parts = Passing & { log: Log };

/**
 * Does on all tickets what their time has come for. Who does it is settled by the transaction: a second run that waited for it
 * finds nothing left to do. A ticket that cannot be dealt with is left as it is, and the others go on.
 *
 * @throws {Error} at the end, naming the tickets that rest because they failed, a line each, by this run or an earlier one
 */
export async function takeDue(parts: Parts): Promise<void> {
  const { store, clock, settings } = parts;
  const now = clock.now();
  while ((await store.read((at) => at.toLookAt(now, 1))).length > 0)
    await store.write(async (at) => {
      for (const ticket of await at.toLookAt(now, most)) await dealWith(at, parts, ticket, now);
    });
  const stuck = await store.read((at) => at.stuck());
  if (stuck.length === 0) return;
  const { prefix } = settings().desk;
  throw new Error(stuck.map(({ ticket, failed }) => `${tagOf(prefix, ticket)}: ${failed}`).join('\n'));
}

async function dealWith(at: Writing, parts: Parts, ticket: TicketNo, now: number): Promise<void> {
  try {
    const next = await at.savepoint(() => passTime(at, parts, ticket, now));
    await at.apply([{ act: 'look-again', ticket, at: next }], now, null);
  } catch (error) {
    parts.log.error({ ticket, error }, 'what is due on a ticket could not be done');
    await at.apply([{ act: 'look-again', ticket, at: now + rest, failed: inOneLine(error) }], now, null);
  }
}

const inOneLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
