import { type Alert, tellAdmins } from '../domain/answer/tell-admins.ts';
import type { Facts } from '../domain/decide/facts.ts';
import type { Attachment } from '../domain/mail.ts';
import type { Clock, Log, Store } from '../domain/ports.ts';
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
    log.error({ alert: alert.title, details: alert.details }, `${alert.happened} ${alert.todo}`);
    const now = clock.now();
    const last = told.get(alert.title);
    if (last !== undefined && now - last < quietFor) return;
    told.set(alert.title, now);
    const mails = tellAdmins({ settings: settings(), now, newId }, alert);
    await store.write((at) => at.apply(mails, now, null)).catch((error) => log.error({ error }, 'the alert could not be queued'));
    stored();
  };
}

export const blockedTemplate = (template: string, why: string): Alert => ({
  title: `A template cannot be filled: ${template}`,
  happened: `Mails made with the template ${template} wait in the outbox; all others go out.`,
  todo: 'Mend the template, then run: maildesk outbox --retry ID',
  details: [why],
});

export const mailboxTrouble = (mailbox: string, text: string): Alert => ({
  title: `Mailbox ${mailbox}`,
  happened: `Mailbox ${mailbox} needs a look.`,
  todo: 'Mail stays on the server meanwhile; nothing is lost.',
  details: [text],
});

/** @param raw the mail as it came, null where it is too large to be sent */
export const unreadMail = (id: number, why: string, raw: Attachment | null): Alert => ({
  title: `A mail could not be taken (journey ${id})`,
  happened: `A mail is stored as received, but could not be understood. It is held${raw === null ? '' : ', and attached as it came'}.`,
  todo: 'Look at it with: maildesk held',
  details: [why],
  attachments: raw === null ? [] : [raw],
});

export const brokenConfig = (complaints: readonly string[]): Alert => ({
  title: 'The configuration has mistakes',
  happened: 'The configuration was changed and has mistakes; the desk goes on with the last good one.',
  todo: 'Mend the lines below; the desk takes them up by itself. To check: maildesk check',
  details: complaints,
});
