import type { Folder } from '../../domain/mailbox.ts';
import type { Batch } from './batches.ts';
import type { Watch } from './watch.ts';

/** A mail that the server lists but does not give is asked for again after this long. */
const pause = 15 * 60_000;

/**
 * Tells mails that are gone (F-14) from those that the server only fails to give: these hold the position back until
 * they can be taken, so that none is lost, while the mails behind them go their way.
 */
export async function noteMissing(watch: Watch, folder: Folder, { mails, missing }: Batch): Promise<void> {
  const { mailbox, clock, log, alert, unfetchable } = watch;
  for (const { uid } of mails) unfetchable.delete(keyOf(folder, uid));
  const [first] = missing;
  if (first === undefined) return;
  const listed = new Set(await folder.uidsFrom(first));
  for (const uid of missing) {
    const key = keyOf(folder, uid);
    if (!listed.has(uid)) {
      unfetchable.delete(key);
      log.info(
        { mailbox: mailbox.name, uid },
        `mailbox ${mailbox.name}: the mail with UID ${uid} was gone before it could be fetched`,
      );
      continue;
    }
    const text = `mailbox ${mailbox.name}: the server lists a mail in ${mailbox.folder} (UID ${uid}) but does not give it; asked for again every ${pause / 60_000} min. Look at it with a mail client.`;
    log.error({ mailbox: mailbox.name, uid }, text);
    if (!unfetchable.has(key)) alert({ news: 'ungiven', text });
    unfetchable.set(key, clock.now() + pause);
  }
}

/** Whether it is time to ask for this mail. */
export const mayFetch = ({ clock, unfetchable }: Watch, folder: Folder, uid: number): boolean =>
  (unfetchable.get(keyOf(folder, uid)) ?? 0) <= clock.now();

/** Where the position must stay, null where nothing holds it back. */
export function lowestUnfetchable({ unfetchable }: Watch, { uidValidity }: Folder): number | null {
  const uids = [...unfetchable.keys()].filter((key) => key.startsWith(`${uidValidity}/`)).map((key) => Number(key.split('/')[1]));
  return uids.length === 0 ? null : Math.min(...uids);
}

const keyOf = ({ uidValidity }: Folder, uid: number): string => `${uidValidity}/${uid}`;
