import { lockData } from '../../src/adapters/store/files/lock-data.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { monday, opening } from './store-facts.ts';

/**
 * A second process on one database, for tests: `node store-process.ts DEED DIR [COUNT]`. It says `ready` when it holds what
 * it was asked to hold, and ends when its input does.
 */
const [deed, dir = '', count = '1'] = process.argv.slice(2);
const say = (word: string) => process.stdout.write(`${word}\n`);
const told = new Promise<void>((go) => process.stdin.on('end', go).resume());

const deeds: Readonly<Record<string, () => Promise<void>>> = {
  async lock() {
    const lock = lockData(dir);
    say(lock.kind);
    await told;
    // A lock that nothing refers to any more may be collected while the process waits, and is free then.
    if (lock.kind === 'locked') lock.release();
  },
  async open() {
    const store = await openStore({ file: `${dir}/maildesk.db`, now: () => monday });
    for (let done = 0; done < Number(count); done += 1)
      await store.write(async (to) => to.apply(opening(await to.nextTicketNo(1)), monday, null));
    say('ready');
    await told;
    await store.close();
  },
  /** Holds a transaction open that has written, and never ends it by itself. */
  async hold() {
    const store = await openStore({ file: `${dir}/maildesk.db`, now: () => monday });
    await store.write(async (to) => {
      await to.apply(opening(await to.nextTicketNo(1)), monday, null);
      say('ready');
      await told;
    });
    await store.close();
  },
};

await deeds[deed ?? '']?.();
