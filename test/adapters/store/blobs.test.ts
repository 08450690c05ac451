import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoreError } from '../../../src/adapters/store/errors.ts';
import { memoryBlobs } from '../../../src/adapters/store/files/memory-blobs.ts';
import { openBlobs } from '../../../src/adapters/store/files/open-blobs.ts';
import { syncHandle } from '../../../src/adapters/store/files/sync.ts';
import { sha256 } from '../../../src/domain/ids.ts';
import type { BlobStore, Bytes } from '../../../src/domain/ports.ts';
import { scratch } from '../../support/scratch.ts';

const newDir = scratch();
const mail = (bytes: number) => Buffer.from('Tray 2 jams again and again.\r\n'.repeat(Math.ceil(bytes / 30))).subarray(0, bytes);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}/.test(name));

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readBack(store: BlobStore, name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of store.open(sha256(name))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const contents: [string, Buffer, '' | '.zst'][] = [
  ['nothing', Buffer.alloc(0), ''],
  ['a small mail', mail(2000), ''],
  ['a block', mail(4096), ''],
  ['a text of some blocks', mail(20_000), '.zst'],
  ['noise', randomBytes(20_000), ''],
  ['a large text', mail(300_000), '.zst'],
  ['large noise', randomBytes(300_000), ''],
  ['base64', Buffer.from(randomBytes(200_000).toString('base64')), '.zst'],
];

test.each(contents)('LAW-2: %s comes back byte for byte, packed only where that frees room', async (_, bytes, suffix) => {
  const dir = newDir();
  const { mails } = await openBlobs(dir);
  const name = hashOf(bytes);
  const forms: Bytes[] = [bytes, pieces(bytes, 1000), pieces(bytes, 100_000)];
  const expected = { sha256: name, size: bytes.length };
  expect(await mails.keep(forms)).toEqual(forms.map(() => expected));
  expect(await readBack(mails, name)).toEqual(bytes);
  expect(filesIn(join(dir, 'mails'))).toEqual([join(name.slice(0, 2), name + suffix)]);
  expect(readdirSync(join(dir, 'mails', 'tmp'))).toEqual([]);
});

test('many at once, in the order given, and the same ones again are not written again', async () => {
  const dir = newDir();
  const { attachments } = await openBlobs(dir, { compress: false });
  const many = Array.from({ length: 150 }, (_, at) => mail(at * 200));
  const names = many.map((bytes) => ({ sha256: hashOf(bytes), size: bytes.length }));
  expect(await attachments.keep(many)).toEqual(names);
  const written = filesIn(dir).map((name) => statSync(join(dir, name)).ino);
  expect(await attachments.keep(many.toReversed())).toEqual(names.toReversed());
  expect(filesIn(dir).map((name) => statSync(join(dir, name)).ino)).toEqual(written);
});

test('what is kept packed is known to one who packs nothing, and the reverse', async () => {
  const dir = newDir();
  const packs = (await openBlobs(dir)).mails;
  const plain = (await openBlobs(dir, { compress: false })).mails;
  const [a, b] = [mail(50_000), mail(60_000)];
  await packs.keep([a]);
  await plain.keep([a, b]);
  await packs.keep([b]);
  expect(filesIn(dir)).toHaveLength(2);
  expect(await readBack(plain, hashOf(a))).toEqual(a);
  expect(await readBack(packs, hashOf(b))).toEqual(b);
});

test.each<[string, () => Promise<BlobStore>]>([
  ['files', async () => (await openBlobs(newDir())).mails],
  ['memory', async () => memoryBlobs().mails],
])('a blob that is not there is missing, in %s', async (_, open) => {
  const store = await open();
  await expect(readBack(store, hashOf(mail(1)))).rejects.toMatchObject({ name: 'BlobMissing', kind: 'missing' });
  expect(await store.keep([mail(1), pieces(mail(5000), 999)])).toHaveLength(2);
  expect(await readBack(store, hashOf(mail(5000)))).toEqual(mail(5000));
});

test('F-3: a source that breaks off half-way leaves nothing, and its own error passes unchanged', async () => {
  const dir = newDir();
  const { mails } = await openBlobs(dir);
  const broken = async function* () {
    yield mail(200_000);
    throw new Error('connection reset');
  };
  await expect(mails.keep([mail(10), broken()])).rejects.toThrow(/^connection reset$/);
  expect(readdirSync(join(dir, 'mails', 'tmp'))).toEqual([]);
  expect(await mails.keep([mail(10)])).toHaveLength(1);
});

test('what a crash left unfinished is cleared away once nobody can still be writing it', async () => {
  const dir = newDir();
  await openBlobs(dir);
  const tmp = join(dir, 'mails', 'tmp');
  writeFileSync(join(tmp, 'old'), 'half a mail');
  writeFileSync(join(tmp, 'new'), 'half a mail');
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(join(tmp, 'old'), yesterday, yesterday);
  await openBlobs(dir);
  expect(readdirSync(tmp)).toEqual(['new']);
});

test('F-27: a failed fsync is fatal, and says so', async () => {
  const nowhere = 1_000_000; // no such file is open
  const failed = await syncHandle(nowhere, 'data/mails').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StoreError);
  expect(failed).toMatchObject({ kind: 'broken', retry: false });
});

test.each([
  ['packed', 20_000],
  ['plain', 2000],
] as const)('what is erased is gone, %s or not, can be kept anew, and is not missed twice', async (_, size) => {
  const dir = newDir();
  const { mails } = await openBlobs(dir);
  const [kept] = await mails.keep([mail(size)]);
  const name = kept?.sha256 ?? '';
  await mails.erase(sha256(name));
  await mails.erase(sha256(name));
  expect(filesIn(dir)).toEqual([]);
  await expect(readBack(mails, name)).rejects.toThrow(StoreError);
  await mails.keep([mail(size)]);
  expect(await readBack(mails, name)).toEqual(mail(size));
});
