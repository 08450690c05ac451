import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { monday } from '../support/store-facts.ts';
import { storeContract } from './store.ts';

const now = () => monday;

storeContract('SQLite in memory', async () => {
  const store = await openStore({ file: ':memory:', now });
  return { store, end: store.close };
});

storeContract('SQLite in a file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'maildesk-store-'));
  const store = await openStore({ file: join(dir, 'maildesk.db'), now });
  return {
    store,
    async end() {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
});
