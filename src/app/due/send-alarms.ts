import { alarmsFail } from '../../domain/answer/desk-alerts.ts';
import { retryAfter } from '../../domain/answer/retry-after.ts';
import type { Alarm } from '../../domain/attention/notice.ts';
import type { Posted } from '../../domain/attention/post.ts';
import type { Effect } from '../../domain/effect.ts';
import type { JobParts } from '../jobs/job.ts';

const [second, minute] = [1000, 60_000];
/** Whoever is on call has heard by mail: what is a day old wakes nobody any more. */
const patience = { quick: [30 * second, minute, 2 * minute, 5 * minute], later: 15 * minute, giveUp: 24 * 60 * minute };
/** Failures in a row before an admin is bothered. */
const fewest = 3;
const most = 20;

/**
 * Sends the alarms that are due, again and again until they are taken, refused, or a day old. Where they do not get through
 * the admins hear of it once, until one has come through again.
 */
export async function sendAlarms(parts: JobParts): Promise<void> {
  const { store, clock, settings, postAlarm } = parts;
  const webhook = settings().sla.alarms?.webhook ?? null;
  const due = await store.read((at) => at.alarmsDue(clock.now(), most));
  if (due.length === 0 || webhook === null) return;
  const tried = await Promise.all(
    due.map(async (alarm) => ({
      alarm,
      posted: await postAlarm({ ...webhook, key: alarm.key, body: alarm.body, now: clock.now() }),
    })),
  );
  await settle(parts, tried, new URL(webhook.url).host);
}

type Tried = { alarm: Alarm; posted: Posted };

async function settle({ store, clock, log, alert }: JobParts, tried: readonly Tried[], host: string): Promise<void> {
  const now = clock.now();
  const isThrough = tried.some(({ posted }) => posted.kind === 'taken');
  const worst = tried.flatMap(({ alarm, posted }) => (isBad(alarm, posted) ? [posted.why] : []));
  const isNews = await store.write(async (at) => {
    const isKnown = await at.alarmsTold();
    await at.apply(
      tried.map((one) => settled(one, now)),
      now,
      null,
    );
    if (isThrough) await at.apply([{ act: 'alarms-told', told: false }], now, null);
    else if (worst.length > 0 && !isKnown) await at.apply([{ act: 'alarms-told', told: true }], now, null);
    return !isThrough && worst.length > 0 && !isKnown;
  });
  for (const { alarm, posted } of tried)
    if (posted.kind === 'taken') log.info({ ticket: alarm.ticket, alarm: alarm.key }, 'alarm taken');
    else log.warn({ ticket: alarm.ticket, alarm: alarm.key, why: posted.why }, `alarm ${posted.kind}`);
  if (isNews) await alert(alarmsFail(host, [...new Set(worst)]));
}

const isBad = ({ attempts }: Alarm, posted: Posted): posted is Exclude<Posted, { kind: 'taken' }> =>
  posted.kind === 'refused' || (posted.kind === 'deferred' && attempts + 1 >= fewest);

function settled({ alarm, posted }: Tried, now: number): Effect {
  const common = { act: 'settle-alarm', alarm: alarm.id } as const;
  if (posted.kind === 'taken') return { ...common, state: 'sent', next: null, error: null };
  const wait = posted.kind === 'refused' ? null : retryAfter(patience, alarm.attempts + 1, now - alarm.at);
  if (wait === null) return { ...common, state: 'failed', next: null, error: posted.why };
  return { ...common, state: 'waiting', next: now + wait, error: posted.why };
}
