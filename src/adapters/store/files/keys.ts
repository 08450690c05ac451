import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Signer } from '../../../domain/ports.ts';
import { StoreError } from '../errors.ts';
import {
  changedAt,
  type KeyKind,
  keyLength,
  keysIn,
  makeKey,
  makeKeysDir,
  type Random,
  readKeys,
  removeKey,
} from './key-files.ts';

/** A signer with a secret for each associate. */
export type Keys = Signer & {
  /** Gives each of them a secret who has none. */
  admit(associates: readonly number[]): Promise<void>;
  /** Takes the secrets of all others: what was signed for them is dead, and stays dead should they return (R9). */
  keepOnly(associates: readonly number[]): Promise<void>;
};

/**
 * The keys of signed addresses and Message-IDs, `<dataDir>/keys/reply-N.key`; the first is made at the first start. Old
 * ones stay, so that addresses made with them go on working; the highest signs. What an associate is sent is signed with
 * `associate-ID.key` as well. A key that comes or goes while the desk runs is noticed.
 *
 * @throws {StoreError} `key` where one cannot be used
 */
export async function openKeys(dataDir: string, random: Random): Promise<Keys> {
  const dir = keysIn(dataDir);
  return inWords(dir, async () => {
    makeKeysDir(dir);
    if (readKeys(dir, 'reply').size === 0) await makeKey(dir, 'reply', 1, random, null);
    const read = () => ({ reply: secrets(readKeys(dir, 'reply')), associate: secrets(readKeys(dir, 'associate')) });
    let [since, held] = [changedAt(dir), read()];
    const present = (): Held => {
      const changed = changedAt(dir);
      if (changed !== null && changed !== since) [since, held] = [changed, read()];
      return held;
    };
    return {
      ...signerOf(present),
      get currentKey() {
        return Math.max(...present().reply.keys());
      },
      async admit(associates) {
        for (const id of associates) if (!present().associate.has(id)) await makeKey(dir, 'associate', id, random, null);
        since = 0;
      },
      async keepOnly(associates) {
        for (const id of present().associate.keys()) if (!associates.includes(id)) await removeKey(dir, 'associate', id);
        since = 0;
      },
    };
  });
}

/** A signer whose keys die with the process. */
export const memoryKeys = (random: Random): Keys =>
  heldKeys({ reply: secrets(new Map([[1, random(keyLength)]])), associate: new Map() }, random);

/**
 * Signs as the desk does that has its keys in `dataDir`; secrets that are made meanwhile die with the process.
 *
 * @throws {StoreError} `key` where one cannot be used
 */
export async function borrowedKeys(dataDir: string, random: Random): Promise<Keys> {
  const dir = keysIn(dataDir);
  return inWords(dir, async () => {
    const reply = readKeys(dir, 'reply');
    if (reply.size === 0) return memoryKeys(random);
    return heldKeys({ reply: secrets(reply), associate: secrets(readKeys(dir, 'associate')) }, random);
  });
}

function heldKeys(held: { reply: Map<number, KeyObject>; associate: Map<number, KeyObject> }, random: Random): Keys {
  return {
    ...signerOf(() => held),
    currentKey: Math.max(...held.reply.keys()),
    async admit(associates) {
      for (const id of associates) if (!held.associate.has(id)) held.associate.set(id, createSecretKey(random(keyLength)));
    },
    async keepOnly(associates) {
      for (const id of held.associate.keys()) if (!associates.includes(id)) held.associate.delete(id);
    },
  };
}

type Held = Readonly<Record<KeyKind, ReadonlyMap<number, KeyObject>>>;

/** Key objects, made once: from bare bytes each hash costs four times as much. */
const secrets = (keys: ReadonlyMap<number, Uint8Array>): Map<number, KeyObject> =>
  new Map([...keys].map(([number, key]) => [number, createSecretKey(key)]));

function signerOf(present: () => Held): Pick<Signer, 'mac'> {
  return {
    mac(number, data, associate) {
      const { reply, associate: own } = present();
      const key = reply.get(number);
      if (key === undefined) return null;
      const signed = createHmac('sha256', key).update(data).digest();
      if (associate === undefined) return signed;
      const secret = own.get(associate);
      return secret === undefined ? null : createHmac('sha256', secret).update(signed).digest();
    },
  };
}

async function inWords<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError('key', `${dir}: ${reason}: expected a directory of keys this user can read`, error);
  }
}
