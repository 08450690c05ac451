import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adapters } from '../../src/app/compose.ts';
import { type House, openHouse } from '../../src/app/house.ts';
import { resumeUndecided } from '../../src/app/resume.ts';
import type { ArrivalId } from '../../src/domain/ids.ts';
import { handClock } from '../support/hand-clock.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const configDir = fileURLToPath(new URL('config', import.meta.url));

/** A house without a daemon over real SQLite and real files: mails are handed in, nothing is sent. */
export type Bare = AsyncDisposable & {
  house: House;
  /** T1 only. */
  receives(raws: readonly string[]): Promise<readonly ArrivalId[]>;
  /** T1 and T2. */
  takes(raws: readonly string[]): Promise<void>;
  /** The process ends and another starts; what was received and not decided is taken up. */
  restarts(): Promise<void>;
};

export async function bareHouse(): Promise<Bare> {
  const dataDir = await mkdtemp(join(tmpdir(), 'house-'));
  const clock = handClock(Date.parse('2026-03-02T09:00:00Z'));
  const open = async () => {
    const opened = await openHouse(adapters, { configDir, dataDir, env: {}, clock, log: silent });
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened));
    return opened.house;
  };
  await adapters.prepareDataDir(dataDir);
  let house = await open();
  const receives = (raws: readonly string[]) =>
    house.intake.receive(
      raws.map((raw) => ({
        source: { kind: 'pipe', mailbox: null },
        content: Buffer.from(raw),
        envelope: null,
        authUser: null,
        receivedAt: clock.now(),
        imported: false,
      })),
    );
  return {
    get house() {
      return house;
    },
    receives,
    async takes(raws) {
      await house.intake.take(await receives(raws));
    },
    async restarts() {
      await house.close();
      house = await open();
      await resumeUndecided({ store: house.store, intake: house.intake, clock, log: silent, reached: () => {} }, true);
    },
    async [Symbol.asyncDispose]() {
      await house.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
