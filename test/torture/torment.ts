import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/until.ts';
import type { Chance } from './chance.ts';
import { crashScene } from './crash-scene.ts';
import type { DeskRun, Ended } from './desk-run.ts';
import { type Evidence, gather } from './evidence.ts';
import type { TortureOptions } from './options.ts';
import type { Ending } from './plan.ts';
import { backlog, isQuiet } from './quiet.ts';
import { openYard, type Yard, type YardOptions } from './yard.ts';

/** How one run of the desk was to end, and how it did. */
export type Round = {
  ending: Ending;
  outcome: 'killed itself' | 'killed from outside' | 'stopped' | 'wrong';
  ms: number;
  note: string;
};

export type Torment = { dir: string; rounds: Round[]; evidence: Evidence; seconds: number };

export type TormentOptions = YardOptions &
  Pick<TortureOptions, 'rounds' | 'seconds'> & {
    plan: (chance: Chance) => Iterable<Ending>;
    /** Seconds that the desk is given to come to rest in the end. */
    rest?: number;
    say?: (line: string) => void;
  };

/** Kills the desk again and again while mails flow, lets it come to rest, and gathers the evidence. */
export async function torment(options: TormentOptions): Promise<Torment> {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  await using yard = await openYard(options);
  const rounds: Round[] = [];
  for (const ending of options.plan(yard.chance)) {
    if (rounds.length >= options.rounds || (options.seconds > 0 && elapsed() > options.seconds)) break;
    const quota = options.seconds > 0 ? yard.chance.whole(4, 30) : Math.ceil(options.mails / options.rounds);
    rounds.push(await oneRound(yard, ending, quota));
    options.say?.(lineOf(rounds, yard));
  }
  await rest(yard, options, rounds);
  const { injected } = yard.injector;
  const seen = { injected, deliveries: yard.post.deliveries, scenes: yard.scenes };
  return { dir: yard.dir, rounds, evidence: await gather(yard.dir, yard.dovecot, seen), seconds: elapsed() };
}

/** Mails flow before, during and after the desk's start, so that every point is passed by something. */
async function oneRound(yard: Yard, ending: Ending, quota: number): Promise<Round> {
  const before = yard.chance.whole(0, Math.ceil(quota / 2));
  for (let each = 0; each < before; each++) await yard.injector.inject();
  const desk = yard.runs(ending.kind === 'point' ? `${ending.at}:${ending.count}` : null);
  const feeding = feed(yard, desk, quota - before);
  const ended = await awaitEnd(desk, ending);
  const to = Date.now();
  await feeding;
  await sleep(40); // what was on its way into the sink is on its ledger then
  takeScene(yard, desk.started, to);
  return roundOf(ending, ended, to - desk.started);
}

function takeScene(yard: Yard, from: number, to: number): void {
  yard.post.look();
  const fresh = yard.post.deliveries.slice(yard.seen);
  yard.seen = yard.post.deliveries.length;
  yard.scenes.push(crashScene(yard.dir, from, to, fresh));
}

async function feed({ injector: mails, chance }: Yard, desk: DeskRun, quota: number): Promise<void> {
  for (let left = quota; left > 0 && desk.isAlive(); left--) {
    await mails.inject();
    if (left % chance.whole(1, 4) === 0) await sleep(chance.whole(5, 60));
  }
  // Some points need several mails one after the other: the flow goes on, thinner, until the desk is dead.
  while (desk.isAlive()) {
    await sleep(chance.whole(100, 300));
    if (desk.isAlive() && mails.underWay() < 3) await mails.inject();
  }
}

/** Milliseconds: a point that is not passed by then is not on this round's way. */
const patience = 40_000;
const stopTime = 10_000;

async function awaitEnd(desk: DeskRun, ending: Ending): Promise<Ended & { byUs: boolean }> {
  if (ending.kind === 'stop') await Promise.race([desk.ready(), desk.ended]);
  const after = ending.kind === 'point' ? patience : ending.after;
  const own = await Promise.race([desk.ended, sleep(after).then(() => null)]);
  if (own !== null) return { ...own, byUs: false };
  desk.signal(ending.kind === 'stop' ? 'SIGTERM' : 'SIGKILL');
  const told = await Promise.race([desk.ended, sleep(stopTime).then(() => null)]);
  if (told !== null) return { ...told, byUs: true };
  desk.signal('SIGKILL');
  return { ...(await desk.ended), byUs: true };
}

function roundOf(ending: Ending, { code, signal, byUs }: Ended & { byUs: boolean }, ms: number): Round {
  const round = (outcome: Round['outcome'], note = ''): Round => ({ ending, outcome, ms, note });
  if (ending.kind === 'stop') {
    if (code === 0) return round('stopped');
    return round('wrong', `told to stop, it ended with ${code ?? signal}`);
  }
  if (signal === 'SIGKILL') return round(byUs ? 'killed from outside' : 'killed itself');
  return round('wrong', `it ended by itself with ${code ?? signal}`);
}

/** The last run is left in peace until nothing waits any more, then told to stop. */
async function rest(yard: Yard, { rest: seconds }: TormentOptions, rounds: Round[]): Promise<void> {
  const desk = yard.runs(null);
  const data = join(yard.dir, 'data');
  const ending: Ending = { kind: 'stop', after: 0 };
  try {
    await desk.ready();
    const give = seconds === undefined ? 60_000 + yard.injector.injected.length * 100 : seconds * 1000;
    await until(() => yard.injector.underWay() === 0, { within: give, what: 'the last 250 of the listener' });
    const isEmpty = async () => (await yard.dovecot.mailsIn('support')).length === 0;
    const areSeen = async () => (await yard.dovecot.mailsIn('billing')).every(({ flags }) => flags.includes('\\Seen'));
    await until(async () => isQuiet(data) && (await isEmpty()) && (await areSeen()), { within: give, what: 'quiet' }).catch(
      () => {
        rounds.push({ ending, outcome: 'wrong', ms: give, note: `never came to rest: ${backlog(data)}` });
      },
    );
    await sleep(300);
  } finally {
    desk.signal('SIGTERM');
    const ended = await Promise.race([desk.ended, sleep(stopTime).then(() => ({ code: null, signal: null }))]);
    if (ended.code !== 0) rounds.push({ ending, outcome: 'wrong', ms: 0, note: `the last stop ended with ${ended.code}` });
    desk.signal('SIGKILL');
    await desk.ended;
    takeScene(yard, desk.started, Date.now());
  }
}

const lineOf = (rounds: readonly Round[], { injector: { injected }, post }: Yard): string =>
  `round ${rounds.length}: ${injected.length} mails in, ${post.deliveries.length} mails out`;

/** Removes what a good run leaves behind. */
export const clearAway = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });
