import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockData, runningConfig } from '../../../src/adapters/store/files/lock-data.ts';
import { prepareDataDir } from '../../../src/adapters/store/files/prepare-data-dir.ts';
import { openReadingRooms, openRooms } from '../../../src/adapters/store/open-rooms.ts';
import { scratch } from '../../support/scratch.ts';
import { storeChild } from '../../support/store-child.ts';
import { monday } from '../../support/store-facts.ts';

const newDir = scratch();
const house = { now: () => monday, random: (bytes: number) => new Uint8Array(bytes).fill(7) };

test('a data directory is made for its owner only, and left clean', () => {
  const dir = join(newDir(), 'data');
  expect(prepareDataDir(dir)).toEqual({ kind: 'ready' });
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(prepareDataDir(dir)).toEqual({ kind: 'ready' });
  expect(readdirSync(dir)).toEqual([]);
});

test.each<[string, (dir: string) => string, RegExp]>([
  ['its parent is missing', (dir) => join(dir, 'no', 'data'), /no does not exist: make it first/],
  ['a file is in the way', (dir) => join(dir, 'file'), /a file is in the way/],
  ['its parent is a file', (dir) => join(dir, 'file', 'data'), /file is a file, not a directory/],
])('says what to do where %s', async (_, place, text) => {
  const dir = newDir();
  writeFileSync(join(dir, 'file'), '');
  expect(prepareDataDir(place(dir))).toEqual({ kind: 'refused', text: expect.stringMatching(text) });
  expect(await openRooms({ dataDir: place(dir), ...house })).toMatchObject({ kind: 'refused' });
});

test('a house opens in its directory; one that only looks makes nothing', async () => {
  const dataDir = join(newDir(), 'data');
  const looks = await openReadingRooms({ dataDir, ...house });
  expect(looks).toMatchObject({ kind: 'open', mayWrite: true });
  expect(existsSync(dataDir)).toBe(false);
  const opens = await openRooms({ dataDir, ...house });
  for (const rooms of [looks, opens]) {
    if (rooms.kind !== 'open') throw new Error(rooms.text);
    expect(await rooms.blobs.mails.keep([new TextEncoder().encode('Subject: x\r\n\r\n')])).toHaveLength(1);
    expect(rooms.signer.currentKey).toBe(1);
    expect(await rooms.store.read((at) => at.tickets({}))).toEqual([]);
    await rooms.store.close();
  }
  const looksAgain = await openReadingRooms({ dataDir, ...house });
  if (looksAgain.kind !== 'open') throw new Error(looksAgain.text);
  expect(looksAgain.mayWrite).toBe(false);
  await looksAgain.store.close();
});

test('what lies in the directory and cannot be used is a refusal with a way out, not a crash', async () => {
  const dir = newDir();
  mkdirSync(join(dir, 'keys'));
  writeFileSync(join(dir, 'keys', 'reply-1.key'), 'short');
  expect(await openRooms({ dataDir: dir, ...house })).toEqual({ kind: 'refused', text: expect.stringContaining('reply-1.key') });
});

test('F-32: one daemon a data directory: the second is told who has it', async () => {
  const dir = newDir();
  const lock = lockData(dir);
  if (lock.kind !== 'locked') throw new Error('the first lock was refused');
  expect(lockData(dir)).toEqual({ kind: 'taken', by: `process ${process.pid}` });
  const child = await storeChild('lock', dir);
  expect(child.said).toBe('taken');
  await child.end();
  lock.release();
  expect(existsSync(join(dir, 'daemon.pid'))).toBe(false);
  const again = lockData(dir);
  expect(again.kind).toBe('locked');
  if (again.kind === 'locked') again.release();
});

test('whose configuration a desk runs on stands beside its lock while it runs', () => {
  const dir = newDir();
  expect(runningConfig(dir)).toBeNull();
  const lock = lockData(dir, '/etc/maildesk');
  expect(runningConfig(dir)).toBe('/etc/maildesk');
  if (lock.kind === 'locked') lock.release();
  expect(runningConfig(dir)).toBeNull();
});

test('F-32: the lock of a killed daemon is free at once, though its pid still lies there', async () => {
  const dir = newDir();
  const child = await storeChild('lock', dir);
  expect(child.said).toBe('locked');
  expect(lockData(dir)).toMatchObject({ kind: 'taken', by: expect.stringMatching(/^process \d+$/) });
  await child.kill();
  expect(existsSync(join(dir, 'daemon.pid'))).toBe(true);
  const lock = lockData(dir);
  expect(lock.kind).toBe('locked');
  if (lock.kind === 'locked') lock.release();
});
