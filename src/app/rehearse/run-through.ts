import type { TicketNo } from '../../domain/ids.ts';
import { tagOf } from '../../domain/match/subject-tag.ts';
import type { Taken } from '../../domain/ports.ts';
import type { Later, Played, Run, Stand, WouldSend } from '../../domain/rehearsal/played.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { Adapters } from '../compose.ts';
import { type House, openHouse } from '../house.ts';
import { letTimePass, type Passing } from './let-time-pass.ts';
import { seeded } from './seeded.ts';
import { standOf } from './stand-of.ts';
import { type SteppingClock, steppingClock } from './stepping-clock.ts';
import { type Departed, owner, stillWaiting } from './would-send.ts';

/** A mail to be played, and how the desk took it where it did. */
export type ToPlay = {
  content(): Promise<Uint8Array>;
  /** Epoch ms when it comes. */
  at: number;
  came: Pick<Arrival, 'source' | 'envelope' | 'authUser'> | null;
};

export type Rehearsing = {
  adapters: Adapters;
  configDir: string;
  dataDir: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Where copies of the store lie. */
  dir: string;
  mails: readonly ToPlay[];
  /** The mailbox they came by, for those of which the desk does not know it. */
  mailbox: string | null;
  /** Milliseconds that the desk goes on after the last mail. */
  goesOn: number;
  /** Called before each mail; a throw ends the rehearsal. */
  step(): void;
};

export type RanThrough =
  | { kind: 'ran'; run: Run; prefix: string }
  | { kind: 'broken'; complaints: readonly string[] }
  | { kind: 'refused'; text: string };

/** Plays mails through the whole house with one configuration, on a copy of the desk's tickets. Nothing leaves. */
export async function runThrough(rehearsing: Rehearsing): Promise<RanThrough> {
  const { adapters, configDir, dataDir, dir, env, mails } = rehearsing;
  const clock = steppingClock(mails[0]?.at ?? 0);
  const random = seeded();
  const rooms: Adapters['openRooms'] = (_dir, { now }) => adapters.openRehearsal({ dataDir, dir }, { now, random });
  const opened = await openHouse(
    { ...adapters, random, openRooms: rooms },
    { configDir, dataDir: dir, env, clock, log: adapters.silentLog },
  );
  if (opened.kind !== 'open') return opened;
  try {
    return { kind: 'ran', run: await play(rehearsing, opened.house, clock), prefix: opened.house.settings().desk.prefix };
  } finally {
    await opened.house.close();
  }
}

type Taking = { taken: Taken; stands: Stand | null };

async function play({ adapters, mails, mailbox, goesOn, step }: Rehearsing, house: House, clock: SteppingClock): Promise<Run> {
  const passing: Passing = { adapters, house, clock, departed: [], troubles: [] };
  await house.store.write(async (at) => {
    await at.releaseLeases(owner, clock.now()); // of the desk that runs
    await at.apply([{ act: 'look-at-all' }], clock.now(), null);
  });
  const taken: Taking[] = [];
  for (const mail of mails) {
    step();
    await letTimePass(passing, mail.at);
    taken.push(await takeIn(house, mail, mailbox));
    await letTimePass(passing, mail.at);
  }
  await letTimePass(passing, clock.now() + goesOn);
  const departed = [...passing.departed, ...(await stillWaiting(adapters, house))];
  return runOf(house, taken, departed, passing.troubles);
}

async function takeIn(house: House, { content, at, came }: ToPlay, mailbox: string | null): Promise<Taking> {
  const { envelope = null, authUser = null } = came ?? {};
  const source = { kind: 'pipe', mailbox: came?.source.mailbox ?? mailbox } as const;
  const ids = await house.intake.receive([
    { source, content: await content(), envelope, authUser, receivedAt: at, imported: false },
  ]);
  const [taken] = await house.intake.take(ids);
  if (taken === undefined) throw new Error('a mail was received, and not taken');
  return { taken, stands: taken.ticket === null ? null : await standOf(house, taken.ticket) };
}

async function runOf(
  house: House,
  taking: readonly Taking[],
  departed: readonly Departed[],
  troubles: readonly string[],
): Promise<Run> {
  const { prefix } = house.settings().desk;
  const byMail = Map.groupBy(departed, ({ row }) => row.journey);
  const played = taking.map(({ taken: { id, outcome, why, ticket }, stands }): Played => {
    const tag = ticket === null ? null : tagOf(prefix, ticket);
    return { outcome, why, ticket: tag, opened: outcome === 'created', stands, mails: mailsOf(byMail.get(id)) };
  });
  const byTime = Map.groupBy(byMail.get(null) ?? [], ({ row }) => row.ticket);
  const touched = new Set([...taking.flatMap(({ taken }) => taken.ticket ?? []), ...byTime.keys()]);
  const later = await Promise.all([...touched].map((number) => laterOf(house, number, mailsOf(byTime.get(number)))));
  return { played, later: new Map(later), troubles };
}

const mailsOf = (departed: readonly Departed[] | undefined): WouldSend[] => (departed ?? []).map(({ mail }) => mail);

/** '' names what belongs to no ticket. */
async function laterOf(house: House, number: TicketNo | null, mails: readonly WouldSend[]): Promise<[string, Later]> {
  if (number === null) return ['', { mails, stands: null }];
  return [tagOf(house.settings().desk.prefix, number), { mails, stands: await standOf(house, number) }];
}
