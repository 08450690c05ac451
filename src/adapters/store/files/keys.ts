import { createHmac, createSecretKey } from 'node:crypto';
import { closeSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '../../../domain/ports.ts';
import { StoreError } from '../errors.ts';
import { syncDirectories, syncHandle } from './sync.ts';

/** Bytes: the block that HMAC-SHA256 gains nothing beyond (RFC 2104 §3). */
const keyLength = 32;

/** Only so much of the platform's randomness is needed. */
export type Random = (bytes: number) => Uint8Array;

/**
 * The keys of signed addresses and Message-IDs, `<dataDir>/keys/reply-N.key`; the first is made at the first start.
 * Old ones stay, so that addresses made with them go on working; the highest signs.
 *
 * @throws {StoreError} `key` where one cannot be used
 */
export async function openKeys(dataDir: string, random: Random): Promise<Signer> {
  const dir = join(dataDir, 'keys');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const present = readKeys(dir);
    if (present.size > 0) return signer(present);
    await makeFirstKey(dir, random);
    return signer(readKeys(dir));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError('key', `${dir}: ${reason}: expected a directory of keys this user can read`, error);
  }
}

/** A signer whose key dies with the process. */
export const memoryKeys = (random: Random): Signer => signer(new Map([[1, random(keyLength)]]));

function signer(keys: ReadonlyMap<number, Uint8Array>): Signer {
  // Key objects, made once: from bare bytes each hash costs four times as much.
  const secrets = new Map([...keys].map(([number, key]) => [number, createSecretKey(key)]));
  return {
    currentKey: Math.max(...keys.keys()),
    mac(number, data) {
      const key = secrets.get(number);
      return key ? createHmac('sha256', key).update(data).digest() : null;
    },
  };
}

function readKeys(dir: string): Map<number, Uint8Array> {
  const keys = new Map<number, Uint8Array>();
  for (const name of readdirSync(dir)) {
    const number = /^reply-([1-9]\d*)\.key$/.exec(name)?.[1];
    if (number === undefined) continue;
    const key = readFileSync(join(dir, name));
    if (key.length !== keyLength)
      throw new StoreError(
        'key',
        `${join(dir, name)}: expected a key of ${keyLength} bytes, found ${key.length}: put it back from a backup`,
      );
    keys.set(Number(number), key);
  }
  return keys;
}

/** Written whole under another name first; where two processes start at once, the first one's key stands. */
async function makeFirstKey(dir: string, random: Random): Promise<void> {
  const unfinished = join(dir, `unfinished-${process.pid}-${Buffer.from(random(8)).toString('hex')}`);
  const handle = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(handle, random(keyLength));
    await syncHandle(handle, unfinished);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(unfinished, join(dir, 'reply-1.key'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  await syncDirectories([dir, join(dir, '..')]);
}
