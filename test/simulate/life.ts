import { fileURLToPath } from 'node:url';
import { takeDue } from '../../src/app/due/take-due.ts';
import { wakeUp } from '../../src/app/due/wake-up.ts';
import { jobs } from '../../src/app/jobs/index.ts';
import { timesOf } from '../../src/app/jobs/run-jobs.ts';
import { everyMinute, nextRun } from '../../src/domain/jobs/cron.ts';
import type { Store } from '../../src/domain/ports.ts';
import { type TwoDesks, twoDesks } from '../properties/two-desks.ts';
import { type Chance, chanceOf } from '../torture/chance.ts';
import { type Deed, playersOf } from './players.ts';
import { type Left, type Post, postOf } from './post.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Sunday evening; within 400 days clocks change three times in most of the zones, each on a day of its own. */
export const start = Date.parse('2026-03-01T20:00:00Z');

export type Wanted = {
  days: number;
  seed: number;
  /** Times that both desks are down, an hour to nine days each. */
  downtimes: number;
  /** New tickets a day, on average. */
  tickets: number;
  /** What is broken of the desks on purpose. */
  storeOf?: (store: Store) => Store;
};

/** From and to, epoch ms. */
export type Span = readonly [number, number];

/** What was lived through. */
export type Lived = {
  desks: TwoDesks;
  left: readonly Left[];
  mails: number;
  down: readonly Span[];
  ticks: number;
  undone: readonly string[];
};

const configDir = fileURLToPath(new URL('config', import.meta.url));

/** Has two desks on one database live for so many days, with people who write, answer or do not, and times in which both are down. */
export async function live(wanted: Wanted, say: (line: string) => void = () => {}): Promise<Lived> {
  const chance = chanceOf(wanted.seed);
  const storeOf = wanted.storeOf ?? ((store: Store) => store);
  const desks = await twoDesks(start, () => false, { configDir, storeOf });
  const life = new Life(desks, postOf(desks), chance, wanted);
  await life.passes(say);
  return { desks, left: life.left, mails: life.post.count(), down: life.down, ticks: life.ticks, undone: life.undone };
}

class Life {
  readonly left: Left[] = [];
  readonly down: readonly Span[];
  readonly post: Post;
  readonly undone: string[] = [];
  ticks = 0;
  readonly #desks: TwoDesks;
  readonly #deeds: Deed[];
  readonly #react: (left: Left) => Deed[];
  readonly #end: number;

  constructor(desks: TwoDesks, post: Post, chance: Chance, { days, downtimes, tickets }: Wanted) {
    this.#desks = desks;
    this.post = post;
    this.#end = start + days * day;
    this.down = Array.from({ length: downtimes }, () => spanIn(chance, days)).toSorted((a, b) => a[0] - b[0]);
    const players = playersOf(desks, post, chance);
    this.#react = players.react;
    const count = Math.round(days * tickets * 0.9);
    this.#deeds = Array.from({ length: count }, () => ({
      ...{ at: start + chance.whole(0, Math.round(days * 0.9 * 24 * 60)) * minute, what: 'new', run: players.write },
    }));
  }

  /** From the first evening to the end, an event after the other. */
  async passes(say: (line: string) => void): Promise<void> {
    const { clock } = this.#desks;
    let told = 0;
    await this.#wakes();
    while (clock.now() < this.#end) {
      const next = Math.min(this.#end, await this.#nextEvent());
      clock.passes(Math.max(0, next - clock.now()));
      const over = this.#downUntil(clock.now());
      if (over !== null) {
        clock.passes(Math.min(over, this.#end) - clock.now());
        await this.#wakes();
      }
      await this.#peopleAct();
      await this.#desksAct();
      const days = Math.floor((clock.now() - start) / day);
      if (days < told + 10) continue;
      told = days;
      await this.#looksAnew();
      say(`day ${days}: ${this.post.count()} mails in, ${this.left.length} out, ${this.ticks} looks`);
    }
    await this.#looksAnew();
  }

  async #nextEvent(): Promise<number> {
    const { house, clock } = this.#desks;
    const now = clock.now();
    const [look, mail] = await house.store.read(async (at) => {
      const [ticket] = await at.toLookAt(Number.MAX_SAFE_INTEGER, 1);
      return [ticket === undefined ? null : await at.nextLook(ticket), await at.nextDue()];
    });
    const settings = house.settings();
    const runs = jobs
      .map((job) => timesOf(job, settings))
      .filter((times) => times !== null && times.hours.length < everyMinute.hours.length)
      .map((times) => times && nextRun(times, now, settings.desk.timezone));
    const ofDesk = [look, mail, ...runs].filter((one) => one !== null).map((one) => wholeMinute(one, now));
    const deed = this.#deeds.reduce((soonest, { at }) => Math.min(soonest, at), Number.POSITIVE_INFINITY);
    const [begins = Number.POSITIVE_INFINITY] = this.down.flatMap(([from]) => (from > now ? [from] : []));
    return Math.max(now, Math.min(...ofDesk, deed, begins));
  }

  #downUntil(now: number): number | null {
    const ends = this.down.flatMap(([from, to]) => (from <= now && now < to ? [to] : []));
    return ends.length === 0 ? null : Math.max(...ends);
  }

  /** Mail that came while the desks were down is there when they wake. */
  async #peopleAct(): Promise<void> {
    const now = this.#desks.clock.now();
    const ready = this.#deeds.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
    for (const deed of ready) {
      this.#deeds.splice(this.#deeds.indexOf(deed), 1);
      await deed.run();
    }
  }

  async #desksAct(): Promise<void> {
    this.ticks++;
    await this.#desks.ticks();
    for (const left of await this.post.sends()) {
      this.left.push(left);
      this.#deeds.push(...this.#react(left));
    }
  }

  /** Both desks begin to run. */
  async #wakes(): Promise<void> {
    for (const parts of this.#desks.parts) await wakeUp(parts);
    await this.#desksAct();
  }

  /** All that is due has been done: looking at every ticket anew, asked for or not, finds nothing more. */
  async #looksAnew(): Promise<void> {
    const { clock, house } = this.#desks;
    clock.passes(minute);
    await this.#desksAct();
    const before = new Set(await tracesOf(this.#desks));
    const now = clock.now();
    await house.store.write(async (at) => {
      for (const { number } of await at.tickets({ open: true }))
        await at.apply([{ act: 'look-again', ticket: number, at: now }], now, null);
    });
    for (const parts of this.#desks.parts) await takeDue(parts).catch(() => {});
    const due = (await tracesOf(this.#desks)).filter((trace) => !before.has(trace));
    if (due.length > 0) this.undone.push(`${new Date(now).toISOString()}: ${due.join(', ')}`);
  }
}

/** What time left behind by now. */
async function tracesOf({ house }: TwoDesks): Promise<string[]> {
  return house.store.read(async (at) => {
    const tickets = await at.tickets({});
    const done = await Promise.all(
      tickets.map(async ({ number }) => [...(await at.doneByTime(number)).keys()].map((key) => `${number} ${key}`)),
    );
    const mails = (await at.outbox({})).map(({ id, template, to }) => `mail ${id} ${template} ${to.address}`);
    return [...done.flat(), ...mails];
  });
}

const wholeMinute = (at: number, now: number): number => Math.max(Math.ceil(at / minute) * minute, now + minute);

function spanIn(chance: Chance, days: number): Span {
  const from = start + chance.whole(day / minute, Math.round(days * 0.9 * 24 * 60)) * minute;
  const most = chance.pick([2 * hour, 20 * hour, 9 * day]);
  return [from, from + chance.whole(hour / minute, most / minute) * minute];
}
