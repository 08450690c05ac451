import type { ImapFlow, MailboxObject } from 'imapflow';
import type { Folder } from '../../../domain/mailbox.ts';
import type { Log } from '../../../domain/ports.ts';
import type { MailboxSettings } from '../../../domain/settings.ts';
import { exchangeOn } from './deadline.ts';
import { fetchMails } from './fetch-mails.ts';
import { fileMails } from './file-mails.ts';
import type { Limits } from './limits.ts';
import { newsOf } from './news.ts';
import { searchIn } from './search.ts';
import type { Hearing } from './vendor-log.ts';

/** What the parts of a folder share. */
export type FolderParts = { limits: Limits; log: Log; hearing: Hearing; now: () => number };

/** How long a goodbye may take before the line is cut. */
const goodbye = 1000;

/**
 * Logs in and selects the folder; for `keep` it is opened read-only.
 *
 * @throws what the library throws; `refusal.ts` words it
 */
export async function openFolder(client: ImapFlow, mailbox: MailboxSettings, parts: FolderParts): Promise<Folder> {
  const exchange = exchangeOn(client, parts.limits);
  await exchange('the login', () => client.connect());
  const selected = await exchange(`SELECT ${mailbox.folder}`, () => select(client, mailbox));
  const search = searchIn(client, exchange, parts);
  const news = newsOf(client);
  return {
    uidValidity: String(selected.uidValidity),
    uidNext: selected.uidNext || ((await search.from(1)).at(-1) ?? 0) + 1, // not every server says UIDNEXT
    uidsFrom(uid) {
      news.heard();
      return search.from(uid);
    },
    uidsSince: search.since,
    fetch: (uids) => fetchMails(client, exchange, parts, uids),
    file: (uids, to) => fileMails(client, exchange, parts, uids, to),
    news: news.next,
    isOpen: () => client.usable,
    close: () => close(client),
  };
}

/**
 * The library takes a line that is silent for long as dead, unless somebody holds a lock: then it asks by NOOP. Ours may
 * be silent while a batch is understood, and between polls.
 */
async function select(client: ImapFlow, { folder, after }: MailboxSettings): Promise<MailboxObject> {
  const selected = await client.mailboxOpen(folder, { readOnly: after.kind === 'keep' });
  await client.getMailboxLock(selected.path, { readOnly: selected.readOnly === true, maxLockHoldTime: false });
  return selected;
}

async function close(client: ImapFlow): Promise<void> {
  if (!client.usable) return client.close();
  const cut = setTimeout(() => client.close(), goodbye);
  await client.logout().catch(() => {}); // nothing is lost by a goodbye that nobody hears
  clearTimeout(cut);
  client.close();
}
