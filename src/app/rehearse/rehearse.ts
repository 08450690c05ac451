import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Reading } from '../../domain/ports.ts';
import { type Report, reportOf } from '../../domain/rehearsal/report.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { Adapters } from '../compose.ts';
import { onceVerified } from './once-verified.ts';
import { type RanThrough, type Rehearsing, runThrough, type ToPlay } from './run-through.ts';

/** A mail that lies in a folder. */
type FoundMail = Extract<Awaited<ReturnType<Adapters['mailsIn']>>, { kind: 'found' }>['mails'][number];

export type Rehearsal = Pick<Rehearsing, 'adapters' | 'env' | 'dataDir' | 'mailbox' | 'goesOn' | 'step'> & {
  mails: readonly FoundMail[];
  /** The configuration as it is, and as it would be. */
  old: string;
  new: string;
  clock: Clock;
  /** When all mails come, epoch ms; null: each at its own time. */
  allAt: number | null;
};

export type Rehearsed =
  | {
      kind: 'rehearsed';
      report: Report;
      /** In the order of the report, each with when it came, epoch ms. */
      mails: readonly (FoundMail & { at: number })[];
      troubles: readonly string[];
    }
  | Exclude<RanThrough, { kind: 'ran' }>;

/**
 * Plays mails through the house with two configurations and says what differs. It works on copies of the desk's database, as it
 * was before the first of the mails; they are removed at the end. Nothing is sent, nothing is written to the desk.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<Rehearsed> {
  const dir = await mkdtemp(join(tmpdir(), 'maildesk-rehearsal-'));
  try {
    return await inDirectory(rehearsal, dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function inDirectory(rehearsal: Rehearsal, dir: string): Promise<Rehearsed> {
  const { adapters, dataDir, clock } = rehearsal;
  const mails = await inOrder(rehearsal);
  await adapters.copyForRehearsals({ dataDir, dir, before: mails[0]?.at ?? clock.now() }, clock.now);
  const common = { ...rehearsal, adapters: onceVerified(adapters), dir, mails };
  const old = await runThrough({ ...common, configDir: rehearsal.old });
  if (old.kind !== 'ran') return old;
  const next = await runThrough({ ...common, configDir: rehearsal.new });
  if (next.kind !== 'ran') return next;
  return {
    kind: 'rehearsed',
    report: reportOf(old.run, next.run),
    mails,
    troubles: next.run.troubles.filter((one) => !old.run.troubles.includes(one)),
  };
}

/** No mail comes in the future; one that says no time comes with the first that does. */
async function inOrder({ mails, allAt, adapters, dataDir, clock }: Rehearsal): Promise<(FoundMail & ToPlay)[]> {
  const arrivals = await arrivalsOf(adapters, dataDir, clock, mails);
  const first = mails.find(({ at }) => at !== null)?.at ?? clock.now();
  const timed = mails.map((mail, index) => {
    const came = arrivals[index] ?? null;
    return { ...mail, came, at: Math.min(came?.receivedAt ?? mail.at ?? first, clock.now()) };
  });
  return timed.toSorted((one, other) => one.at - other.at).map((mail) => ({ ...mail, at: allAt ?? mail.at }));
}

/** How the desk took each mail when it came in earnest; undefined where it did not. */
async function arrivalsOf(
  adapters: Adapters,
  dataDir: string,
  clock: Clock,
  mails: readonly FoundMail[],
): Promise<readonly (Arrival | undefined)[]> {
  if (!adapters.hasDatabase(dataDir)) return [];
  const rooms = await adapters.openReadingRooms(dataDir, clock);
  if (rooms.kind === 'refused') return [];
  try {
    return await rooms.store.read(async (at) => {
      const found: (Arrival | undefined)[] = [];
      for (const mail of mails) found.push(await arrivalOf(at, mail));
      return found;
    });
  } finally {
    await rooms.store.close();
  }
}

/** Mail programs that hand a mail out again may write its lines otherwise: then its Message-ID tells. */
async function arrivalOf(at: Reading, { sha256, messageId }: FoundMail): Promise<Arrival | undefined> {
  const [same] = await at.arrivalsOf({ sha256 });
  if (same !== undefined || messageId === null) return same;
  const [first] = await at.arrivalsOf({ messageId });
  return first;
}
