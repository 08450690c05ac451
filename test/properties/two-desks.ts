import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adapters } from '../../src/app/compose.ts';
import { type House, openHouse } from '../../src/app/house.ts';
import type { JobParts } from '../../src/app/jobs/job.ts';
import { runDueJobs } from '../../src/app/jobs/run-jobs.ts';
import type { Store } from '../../src/domain/ports.ts';
import { inEnglish } from '../../src/domain/saying.ts';
import { type HandClock, handClock } from '../support/hand-clock.ts';
import { writeMail } from '../support/write-mail.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const timeConfig = fileURLToPath(new URL('time-config', import.meta.url));
const minute = 60_000;
const asItIs = (store: Store): Store => store;

/** Two desks on one database, by one clock, which look at what is due at the same moments; mails are handed in, none is sent. */
export type TwoDesks = AsyncDisposable & {
  house: House;
  clock: HandClock;
  alerts: string[];
  /** What the jobs of each work with. */
  parts: readonly JobParts[];
  writes(from: string, subject: string): Promise<void>;
  /** Both look at once. */
  ticks(): Promise<void>;
  /** Both run until then, looking whenever the minute comes in which something is due. */
  runsUntil(end: number): Promise<void>;
};

/** @param fails tickets on which no mail of time's can be written */
export async function twoDesks(
  start: number,
  fails: (ticket: number) => boolean = () => false,
  { configDir = timeConfig, storeOf = asItIs }: { configDir?: string; storeOf?: (store: Store) => Store } = {},
): Promise<TwoDesks> {
  const dataDir = await mkdtemp(join(tmpdir(), 'desks-'));
  const clock = handClock(start);
  await adapters.prepareDataDir(dataDir);
  const open = async (): Promise<House> => {
    const opened = await openHouse(adapters, { configDir, dataDir, env: {}, clock, log: silent });
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened));
    return opened.house;
  };
  const houses = [await open(), await open()];
  const [house] = houses;
  if (house === undefined) throw new Error('no house');
  const alerts: string[] = [];
  const parts = houses.map((one): JobParts => {
    const alert: JobParts['alert'] = async ({ title, details }) => void alerts.push(`${inEnglish(title)}: ${details.join()}`);
    const newId: JobParts['newId'] = (ticket) => {
      if (fails(ticket)) throw new Error('no number is left');
      return one.newId(ticket);
    };
    const beside = { stored: () => {}, alert, newId, selfTest: async () => [], byHand: false };
    return { ...one, ...beside, store: storeOf(one.store), clock, log: silent };
  });
  const ticks = async () => void (await Promise.all(parts.map((each) => runDueJobs(each))));
  let mails = 0;
  return {
    ...{ house, clock, alerts, parts, ticks },
    async writes(from, subject) {
      const messageId = `<m${++mails}@client.example>`;
      const raw = writeMail({ from, to: 'support@acme.example', subject, text: 'Please help.', date: clock.now(), messageId });
      const source = { kind: 'pipe', mailbox: null } as const;
      const [id] = await house.intake.receive([
        { source, content: Buffer.from(raw), envelope: null, authUser: null, receivedAt: clock.now(), imported: false },
      ]);
      if (id !== undefined) await house.intake.take([id]);
    },
    async runsUntil(end) {
      for (;;) {
        await ticks();
        const next = await house.store.read(async (at) => {
          const [ticket] = await at.toLookAt(Number.MAX_SAFE_INTEGER, 1);
          return ticket === undefined ? null : at.nextLook(ticket);
        });
        if (next === null || next >= end) break;
        clock.passes(Math.max(Math.ceil(next / minute) * minute, clock.now() + minute) - clock.now());
      }
      if (clock.now() < end) clock.passes(end - clock.now());
    },
    async [Symbol.asyncDispose]() {
      for (const one of houses) await one.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
