import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { scratch } from '../../support/scratch.ts';
import { storeChild } from '../../support/store-child.ts';
import { applied, monday, opening } from '../../support/store-facts.ts';
import { until } from '../../support/until.ts';

const newDir = scratch();
const now = () => monday;
const open = (dir: string, patience = 30_000) => openStore({ file: join(dir, 'maildesk.db'), now, patience });

test('F-28: a write waits while another process holds the database, and everything else goes on', async () => {
  const dir = newDir();
  await using store = closing(await open(dir));
  const other = new BetterSqlite(join(dir, 'maildesk.db'));
  other.exec('begin exclusive');
  const written = applied(store, opening(1));
  let turns = 0;
  await until(() => ++turns > 5, { what: 'turns of the event loop' });
  expect(await store.read((at) => at.tickets({}))).toEqual([]);
  other.exec('commit');
  other.close();
  await written;
  expect(await store.read((at) => at.tickets({}))).toHaveLength(1);
});

test('F-28: after its patience a write is refused as busy, and works again later', async () => {
  const dir = newDir();
  await using store = closing(await open(dir, 50));
  const other = new BetterSqlite(join(dir, 'maildesk.db'));
  other.exec('begin immediate');
  await expect(applied(store, opening(1))).rejects.toMatchObject({ name: 'StoreBusy', kind: 'busy', retry: true });
  other.close();
  await applied(store, opening(1));
  expect(await store.read((at) => at.tickets({}))).toHaveLength(1);
});

test('two processes write at once: every ticket has a number of its own', async () => {
  const dir = newDir();
  await using store = closing(await open(dir));
  const before = await store.foreignCommits();
  const child = storeChild('open', dir, 40);
  for (let done = 0; done < 40; done += 1)
    await store.write(async (to) => to.apply(opening(await to.nextTicketNo(1)), monday, null));
  await (await child).end();
  expect(await store.read((at) => at.nextTicketNo(1))).toBe(81);
  expect(await store.foreignCommits()).toBeGreaterThan(before);
});

test('F-4, F-5: a process killed inside a transaction leaves nothing of it, and blocks nobody', async () => {
  const dir = newDir();
  await using store = closing(await open(dir));
  const child = await storeChild('hold', dir);
  expect(child.said).toBe('ready');
  await child.kill();
  expect(await store.read((at) => at.tickets({}))).toEqual([]);
  await applied(store, opening(1));
  expect(await store.complaints()).toEqual([]);
});

test('F-6: what was committed outlives the process that is killed', async () => {
  const dir = newDir();
  await (await storeChild('open', dir, 3)).kill();
  await using store = closing(await open(dir));
  expect(await store.read((at) => at.tickets({}))).toHaveLength(3);
  expect(await store.complaints()).toEqual([]);
});

const closing = <S extends { close(): Promise<void> }>(store: S): S & AsyncDisposable =>
  Object.assign(store, { [Symbol.asyncDispose]: () => store.close() });
