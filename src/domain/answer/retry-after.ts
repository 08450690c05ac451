import type { RetrySettings } from '../settings.ts';

/**
 * Wait before the next attempt to deliver a mail: the quick tries first, then one every `later`.
 *
 * @param failures attempts that failed so far, counting from 1
 * @param age      milliseconds since the mail entered the outbox
 * @returns milliseconds, or `null` when it is time to give up and tell the associate
 * @throws {RangeError} when `failures` is not a whole number from 1: the caller has a bug
 * @see RFC 5321 §4.5.4.1 (30 minutes or more between tries once the first ones failed, 4 to 5 days in all)
 */
export function retryAfter({ quick, later, giveUp }: RetrySettings, failures: number, age: number): number | null {
  if (!Number.isInteger(failures) || failures < 1) throw new RangeError(`failures counts from 1, got ${failures}`);
  if (age >= giveUp) return null;
  return quick[failures - 1] ?? later;
}
