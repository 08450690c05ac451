import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreError } from '../errors.ts';
import { syncDirectories, syncHandle } from './sync.ts';

/** Bytes: the block that HMAC-SHA256 gains nothing beyond (RFC 2104 §3). */
export const keyLength = 32;

/** Only so much of the platform's randomness is needed. */
export type Random = (bytes: number) => Uint8Array;

/** `reply-N.key` signs for the desk, `associate-ID.key` is one person's own part of it. */
export type KeyKind = 'reply' | 'associate';

/** Where a desk keeps its keys. */
export const keysIn = (dataDir: string): string => join(dataDir, 'keys');

/** Makes the directory where it is missing; only its owner may look. */
export const makeKeysDir = (dir: string): void => void mkdirSync(dir, { recursive: true, mode: 0o700 });

/** Tells a change of the directory by its time: a key came or went. Null where it cannot be looked at. */
export const changedAt = (dir: string): number | null => statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** @throws {StoreError} `key` where one is damaged: it is never replaced by a new one */
export function readKeys(dir: string, kind: KeyKind): Map<number, Uint8Array> {
  const keys = new Map<number, Uint8Array>();
  for (const number of numbersIn(dir, kind)) {
    const file = fileOf(dir, kind, number);
    const key = readFileSync(file);
    if (key.length !== keyLength)
      throw new StoreError(
        'key',
        `${file}: expected a key of ${keyLength} bytes, found ${key.length}: put it back from a backup`,
      );
    keys.set(number, key);
  }
  return keys;
}

/** When each key of a kind was made, epoch ms, in their order. */
export const keyTimes = (dir: string, kind: KeyKind): { number: number; made: number }[] =>
  numbersIn(dir, kind)
    .toSorted((a, b) => a - b)
    .map((number) => ({ number, made: Math.round(statSync(fileOf(dir, kind, number)).mtimeMs) }));

/**
 * Written whole under another name first; where two processes make the same one at once, the first one's stands.
 *
 * @param made epoch ms that the file is to bear; null: the moment
 */
export async function makeKey(dir: string, kind: KeyKind, number: number, random: Random, made: number | null): Promise<void> {
  const unfinished = join(dir, `unfinished-${process.pid}-${Buffer.from(random(8)).toString('hex')}`);
  const handle = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(handle, random(keyLength));
    await syncHandle(handle, unfinished);
  } finally {
    closeSync(handle);
  }
  if (made !== null) utimesSync(unfinished, made / 1000, made / 1000);
  try {
    linkSync(unfinished, fileOf(dir, kind, number));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  await syncDirectories([dir, join(dir, '..')]);
}

/** Whatever it signed is worth nothing from now on. */
export async function removeKey(dir: string, kind: KeyKind, number: number): Promise<void> {
  rmSync(fileOf(dir, kind, number), { force: true });
  await syncDirectories([dir]);
}

const fileOf = (dir: string, kind: KeyKind, number: number): string => join(dir, `${kind}-${number}.key`);

function numbersIn(dir: string, kind: KeyKind): number[] {
  const named = new RegExp(`^${kind}-([1-9]\\d*)\\.key$`);
  return (existsSync(dir) ? readdirSync(dir) : []).flatMap((name) => {
    const number = named.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}
