import { createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskKeys, revokeKey, rotateKeys } from '../../../src/adapters/store/files/key-ring.ts';
import { openKeys } from '../../../src/adapters/store/files/keys.ts';
import { scratch } from '../../support/scratch.ts';

const newDir = scratch();
const filledWith = (byte: number) => (bytes: number) => new Uint8Array(bytes).fill(byte);
const data = new TextEncoder().encode('reply 1042');

test('the first start makes a key that only its owner can read, and every start after uses it', async () => {
  const dir = newDir();
  const first = await openKeys(dir, filledWith(1));
  const second = await openKeys(dir, filledWith(2));
  const expected = createHmac('sha256', filledWith(1)(32)).update(data).digest();
  expect(first.currentKey).toBe(1);
  expect(first.mac(1, data)).toEqual(expected);
  expect(second.mac(1, data)).toEqual(expected);
  expect(first.mac(2, data)).toBeNull();
  expect(readdirSync(join(dir, 'keys'))).toEqual(['reply-1.key']);
  expect(statSync(join(dir, 'keys')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dir, 'keys', 'reply-1.key')).mode & 0o777).toBe(0o600);
});

test('old keys still check what they made; the highest signs', async () => {
  const dir = newDir();
  const { mac } = await openKeys(dir, filledWith(1));
  writeFileSync(join(dir, 'keys', 'reply-10.key'), filledWith(9)(32));
  writeFileSync(join(dir, 'keys', 'notes.txt'), 'not a key');
  const signer = await openKeys(dir, filledWith(2));
  expect(signer.currentKey).toBe(10);
  expect(signer.mac(1, data)).toEqual(mac(1, data));
  expect(signer.mac(10, data)).not.toEqual(mac(1, data));
});

test('two processes that start at once agree on one key', async () => {
  const dir = newDir();
  const signers = await Promise.all([1, 2, 3].map((byte) => openKeys(dir, filledWith(byte))));
  const macs = new Set(signers.map((each) => Buffer.from(each.mac(1, data) ?? []).toString('hex')));
  expect(macs.size).toBe(1);
});

test.each<[string, (dir: string) => void]>([
  [
    'cut short',
    (dir) => writeFileSync(join(dir, 'keys', 'reply-1.key'), readFileSync(join(dir, 'keys', 'reply-1.key')).subarray(0, 31)),
  ],
  ['a directory', (dir) => mkdirSync(join(dir, 'keys', 'reply-2.key'))],
  [
    'in a place that is a file',
    (dir) => {
      rmSync(join(dir, 'keys'), { recursive: true });
      writeFileSync(join(dir, 'keys'), '');
    },
  ],
])('a key that is %s is never replaced by a new one: the admin is told', async (_, damage) => {
  const dir = newDir();
  await openKeys(dir, filledWith(1));
  damage(dir);
  await expect(openKeys(dir, filledWith(2))).rejects.toMatchObject({
    name: 'KeyUnreadable',
    message: expect.stringContaining(dir),
  });
});

test('R9: each associate has a secret; without it nothing of theirs checks, and a returning one gets a new one', async () => {
  const dir = newDir();
  let made = 10;
  const keys = await openKeys(dir, (bytes) => new Uint8Array(bytes).fill(made++));
  expect(keys.mac(1, data, 7)).toBeNull();
  await keys.admit([7, 8]);
  const [sevens, eights] = [keys.mac(1, data, 7), keys.mac(1, data, 8)];
  expect(sevens).not.toBeNull();
  expect(sevens).not.toEqual(eights);
  expect(sevens).not.toEqual(keys.mac(1, data));
  expect((await openKeys(dir, filledWith(1))).mac(1, data, 7)).toEqual(sevens);
  await keys.keepOnly([8]);
  expect(keys.mac(1, data, 7)).toBeNull();
  expect(keys.mac(1, data, 8)).toEqual(eights);
  await keys.admit([7, 8]);
  expect(keys.mac(1, data, 7)).not.toEqual(sevens);
  expect(statSync(join(dir, 'keys', 'associate-7.key')).mode & 0o777).toBe(0o600);
});

test('a new key signs at once for a desk that runs; the old one checks until it is revoked', async () => {
  const dir = newDir();
  const running = await openKeys(dir, filledWith(1));
  const old = running.mac(1, data);
  expect(await rotateKeys(dir, filledWith(2), Date.parse('2026-03-02T09:00:00Z'))).toBe(2);
  expect(running.currentKey).toBe(2);
  expect(running.mac(1, data)).toEqual(old);
  expect(deskKeys(dir)).toMatchObject([
    { number: 1, replaced: Date.parse('2026-03-02T09:00:00Z') },
    { number: 2, replaced: null },
  ]);
  expect(await revokeKey(dir, 2)).toBe('signs');
  expect(await revokeKey(dir, 3)).toBe('unknown');
  expect(await revokeKey(dir, 1)).toBe('revoked');
  expect(running.mac(1, data)).toBeNull();
  expect(await rotateKeys(dir, filledWith(3), 0)).toBe(3);
});

test('no more keys than a signed address can name', async () => {
  const dir = newDir();
  await openKeys(dir, filledWith(1));
  writeFileSync(join(dir, 'keys', 'reply-255.key'), filledWith(9)(32));
  expect(await rotateKeys(dir, filledWith(2), 0)).toBeNull();
});
