import { keysIn, keyTimes, makeKey, makeKeysDir, type Random, removeKey } from './key-files.ts';

/** A key of the desk: when it was made, and when the next took its place; null for the one that signs. */
export type DeskKey = { number: number; made: number; replaced: number | null };

/** One byte of a signed address names its key. */
const highest = 255;

/** The desk's signing keys, oldest first. */
export function deskKeys(dataDir: string): DeskKey[] {
  const keys = keyTimes(keysIn(dataDir), 'reply');
  return keys.map((key, at) => ({ ...key, replaced: keys[at + 1]?.made ?? null }));
}

/**
 * A new key signs from now on, for a running desk too; the old ones go on checking what they signed.
 *
 * @returns its number, or null where no number is left
 */
export async function rotateKeys(dataDir: string, random: Random, now: number): Promise<number | null> {
  const next = (deskKeys(dataDir).at(-1)?.number ?? 0) + 1;
  if (next > highest) return null;
  makeKeysDir(keysIn(dataDir));
  await makeKey(keysIn(dataDir), 'reply', next, random, now);
  return next;
}

/** Ends a key before its time: every address that it signed is dead. The one that signs stays. */
export async function revokeKey(dataDir: string, number: number): Promise<'revoked' | 'signs' | 'unknown'> {
  const key = deskKeys(dataDir).find((one) => one.number === number);
  if (key === undefined) return 'unknown';
  if (key.replaced === null) return 'signs';
  await removeKey(keysIn(dataDir), 'reply', number);
  return 'revoked';
}
