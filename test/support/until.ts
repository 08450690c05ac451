import { setTimeout as sleep } from 'node:timers/promises';

export type Wait = {
  /** Milliseconds until it is an error. */
  within?: number;
  /** What is waited for, in words: "asha's acknowledgement". */
  what?: string;
};

/** Milliseconds between two looks: short enough not to slow a test, long enough not to starve what is waited for. */
const pace = 10;

/**
 * Waits until a condition holds, looking again and again.
 *
 * @returns what the condition gave: the first value that is not false, null or undefined
 * @throws {Error} when the time is over, with what was waited for and what the last look gave or threw
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { within = 10_000, what = 'the condition' }: Wait = {},
): Promise<Found<T>> {
  const start = performance.now();
  for (;;) {
    const look = await lookAt(condition);
    if (look.kind === 'holds') return look.value;
    if (performance.now() - start >= within) {
      throw new Error(`Waited ${within} ms for ${what}; the last look ${look.said}`, { cause: look.cause });
    }
    await sleep(pace);
  }
}

type Found<T> = Exclude<T, null | undefined | false>;
type Look<T> = { kind: 'holds'; value: Found<T> } | { kind: 'not-yet'; said: string; cause: unknown };

async function lookAt<T>(condition: () => T | Promise<T>): Promise<Look<T>> {
  try {
    const value = await condition();
    return isFound(value) ? { kind: 'holds', value } : { kind: 'not-yet', said: `gave ${value}`, cause: undefined };
  } catch (cause) {
    return { kind: 'not-yet', said: `threw ${cause}`, cause };
  }
}

function isFound<T>(value: T): value is Found<T> {
  return value !== null && value !== undefined && value !== false;
}
