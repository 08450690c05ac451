import type { Parsed } from '../../domain/mail.ts';
import type { AttachmentSink, BlobStore, Blobs, Bytes } from '../../domain/ports.ts';
import type { Arrival } from '../../domain/ticket.ts';
import type { RecentMails } from './recent-mails.ts';

/** Bytes to a typed mail; never throws for what the bytes say. `open` gives them anew, where a stream each piece for good: a reader that died is replaced (A13). */
export type Parser = (open: () => Bytes, of: Pick<Arrival, 'sha256' | 'size'> & { keep: AttachmentSink }) => Promise<Parsed>;

export type Parsing = { parse: Parser; blobs: Blobs; recent: RecentMails };

/** Step 2. Attachments are kept by content as they stream by; nothing points to them until step 7. */
export async function parseArrival({ parse, blobs, recent }: Parsing, { sha256, size }: Arrival): Promise<Parsed> {
  const raw = recent.take(sha256);
  return parse(() => raw ?? blobs.mails.open(sha256), { sha256, size, keep: keepIn(blobs.attachments) });
}

const keepIn =
  (attachments: BlobStore): AttachmentSink =>
  async (content) => {
    const [kept] = await attachments.keep([content]);
    if (kept === undefined) throw new Error('the store kept nothing');
    return kept;
  };
