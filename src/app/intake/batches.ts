import type { FetchedMail, Folder } from '../../domain/mailbox.ts';

/** Mails that are received in one transaction. */
export type Batch = {
  mails: readonly FetchedMail[];
  /** Asked for in this batch but not given. */
  missing: readonly number[];
  /** Highest UID that was asked for so far. */
  last: number;
  /** Its last mail is still on the wire: it must be received before anything else is asked for. */
  streams: boolean;
};

const mostMails = 100;
/** Bytes held in memory at once, twice with reading ahead. */
const mostBytes = 8 * 2 ** 20;

/** What the folder gives for these UIDs, in portions of bounded memory. */
export async function* batchesOf(folder: Folder, uids: readonly number[]): AsyncGenerator<Batch> {
  let mails: FetchedMail[] = [];
  let bytes = 0;
  let asked = 0; // index of the first UID that belongs to no batch yet
  const batch = (to: number, streams: boolean): Batch => {
    const given = new Set(mails.map(({ uid }) => uid));
    const missing = uids.slice(asked, to).filter((uid) => !given.has(uid));
    const made = { mails, missing, last: uids[to - 1] ?? 0, streams };
    mails = [];
    bytes = 0;
    asked = to;
    return made;
  };
  for await (const mail of folder.fetch(uids)) {
    const streams = !(mail.content instanceof Uint8Array);
    mails.push(mail);
    bytes += streams ? 0 : mail.size;
    if (streams || mails.length >= mostMails || bytes >= mostBytes) yield batch(uids.indexOf(mail.uid) + 1, streams);
  }
  if (asked < uids.length) yield batch(uids.length, false);
}
