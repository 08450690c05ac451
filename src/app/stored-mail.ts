import { createHash } from 'node:crypto';
import { sha256 } from '../domain/ids.ts';
import type { Mail } from '../domain/mail.ts';
import type { AttachmentSink } from '../domain/ports.ts';
import type { Arrival } from '../domain/ticket.ts';
import type { House } from './house.ts';

/** What a stored mail says of itself, read again from its bytes; null where it cannot be read. Keeps nothing. */
export async function storedMail({ blobs, parse }: House, { sha256: name, size }: Arrival): Promise<Mail | null> {
  try {
    const parsed = await parse(() => blobs.mails.open(name), { sha256: name, size, keep: measured });
    return parsed.kind === 'mail' ? parsed.mail : null;
  } catch {
    return null;
  }
}

const measured: AttachmentSink = async (content) => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of content) {
    hash.update(part);
    size += part.length;
  }
  return { sha256: sha256(hash.digest('hex')), size };
};
