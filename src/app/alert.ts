import { type Alert, tellAdmins } from '../domain/answer/tell-admins.ts';
import type { Facts } from '../domain/decide/facts.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
import { inEnglish } from '../domain/saying.ts';
import type { Settings } from '../domain/settings.ts';

export type AlertParts = {
  store: Store;
  settings: () => Settings;
  clock: Clock;
  log: Log;
  newId: Facts['newId'];
  stored: () => void;
};

const quietFor = 60 * 60_000;

/** Tells the admins by log at once and by mail once an hour for the same trouble: a failure is news, not a drum. */
export function alerter({ store, settings, clock, log, newId, stored }: AlertParts): (alert: Alert) => Promise<void> {
  const told = new Map<string, number>();
  return async (alert) => {
    const title = inEnglish(alert.title);
    log.error({ alert: title, details: alert.details }, `${inEnglish(alert.happened)} ${inEnglish(alert.todo)}`.trimEnd());
    const now = clock.now();
    const last = told.get(title);
    if (last !== undefined && now - last < quietFor) return;
    told.set(title, now);
    const mails = tellAdmins({ settings: settings(), now, newId }, alert);
    await store.write((at) => at.apply(mails, now, null)).catch((error) => log.error({ error }, 'the alert could not be queued'));
    stored();
  };
}
