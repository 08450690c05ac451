import type { ArrivalId } from '../domain/ids.ts';
import type { Attachment } from '../domain/mail.ts';
import type { House } from './house.ts';

/** Bytes of a mail that is sent to admins whole: more may not pass their own servers. */
const most = 10 * 2 ** 20;

/** A stored mail as a file to attach, not as a mail: no program is to open it. Null where it is too large or cannot be read. */
export async function rawMail({ store, blobs, options }: House, id: ArrivalId): Promise<Attachment | null> {
  try {
    const [arrival] = await store.read((at) => at.arrivals([id]));
    if (arrival === undefined || arrival.size > most) return null;
    const [kept] = await blobs.attachments.keep([blobs.mails.open(arrival.sha256)]);
    if (kept === undefined) return null;
    return { ...kept, filename: `mail-${id}.eml`, contentType: 'application/octet-stream', inline: false, cid: null };
  } catch (error) {
    options.log.warn({ journey: id, error }, 'a held mail could not be attached to the alert');
    return null;
  }
}
