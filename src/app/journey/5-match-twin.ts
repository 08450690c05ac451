import type { Twin } from '../../domain/decide/facts.ts';
import type { MessageId, Sha256 } from '../../domain/ids.ts';
import type { Mail } from '../../domain/mail.ts';
import type { KnownId } from '../../domain/match/known-id.ts';
import type { BlobStore, Reading } from '../../domain/ports.ts';
import type { Parser } from './2-parse.ts';

export type Known = ReadonlyMap<MessageId, KnownId>;
export type DateOf = (raw: Sha256) => Promise<number | null>;

/**
 * Looks for an earlier mail with the same Message-ID. One that also has the same From and Date, and whose text stands
 * inside the other's, is the same mail with a list's footer (F-36). Anything else shares only an id (F-39).
 */
export async function twinOf(at: Reading, mail: Mail, ids: Known, dateOf: DateOf): Promise<Twin> {
  if (mail.messageId === null) return { kind: 'none' };
  const known = ids.get(mail.messageId);
  if (known === undefined) return { kind: 'none' };
  const { ticket } = known;
  for (const { from, text, sha256 } of await at.messages(ticket)) {
    if (sha256 === null || from.address !== mail.from.address || !isInside(text, mail.text)) continue;
    if ((await dateOf(sha256)) === mail.date) return { kind: 'copy', ticket };
  }
  return { kind: 'collision', ticket };
}

/** Reads the Date of a kept mail; asked for only where an id is met twice. */
export const dateFrom =
  (mails: BlobStore, parse: Parser): DateOf =>
  async (raw) => {
    try {
      const parsed = await parse(() => mails.open(raw), { sha256: raw, size: 0, keep: passOver });
      return parsed.kind === 'mail' ? parsed.mail.date : null;
    } catch (error) {
      if (isErased(error)) return null;
      throw error;
    }
  };

/** Its bytes were removed for good (`redact`). */
const isErased = (error: unknown): boolean => error instanceof Error && 'kind' in error && error.kind === 'missing';

async function passOver(content: AsyncIterable<Uint8Array>): Promise<{ sha256: Sha256; size: number }> {
  let size = 0;
  for await (const chunk of content) size += chunk.length;
  return { sha256: '' as Sha256, size };
}

/** An empty text is inside every other: then nothing says that the two are one mail. */
function isInside(one: string, other: string): boolean {
  const [a, b] = [squeezed(one), squeezed(other)];
  return a === b || (a !== '' && b.includes(a)) || (b !== '' && a.includes(b));
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
