import { createHmac } from 'node:crypto';
import type { AlarmPost, Posted } from '../../domain/attention/post.ts';

/** Longer than this nobody waits for a machine that wakes people, ms. */
const patience = 10_000;

/**
 * Posts an alarm as JSON. `X-Maildesk-Signature` is the HMAC-SHA256 of time, a full stop and the body, in hex, made with the
 * secret both sides know; `X-Maildesk-Delivery` is the same whenever the same alarm comes again. It goes where the admin
 * says and nowhere else: no redirect is followed.
 */
export async function postAlarm({ url, secret, key, body, now }: AlarmPost): Promise<Posted> {
  const time = String(Math.floor(now / 1000));
  const signature = secret === null ? null : createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  const headers = {
    ...{ 'Content-Type': 'application/json', 'User-Agent': 'Maildesk', 'X-Maildesk-Delivery': key, 'X-Maildesk-Timestamp': time },
    ...(signature === null ? {} : { 'X-Maildesk-Signature': `sha256=${signature}` }),
  };
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(patience) },
    });
    await answer.body?.cancel();
    return verdictOn(answer.status);
  } catch (error) {
    return { kind: 'deferred', why: reasonOf(error) };
  }
}

/** Worth another try though the answer is a no (RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4). */
const passing: readonly number[] = [408, 425, 429];

function verdictOn(status: number): Posted {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status >= 300 && status < 400) return { kind: 'refused', why: `it answers ${status}, a redirect, which is not followed` };
  const why = `it answers ${status}`;
  return status >= 500 || passing.includes(status) ? { kind: 'deferred', why } : { kind: 'refused', why };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer in ${patience / 1000} s`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}
