import { discardAttachments } from '../../../src/adapters/email/mime/discard.ts';
import { parseMail } from '../../../src/adapters/email/mime/parse-mail.ts';
import { sha256 } from '../../../src/domain/ids.ts';
import type { Mail, Parsed } from '../../../src/domain/mail.ts';

const name = sha256('0'.repeat(64));

export const parseRaw = (raw: Uint8Array | AsyncIterable<Uint8Array>): Promise<Parsed> =>
  parseMail(raw, { sha256: name, size: 0, keep: discardAttachments });

/** Parses a mail written in a test: LF for CRLF, characters up to U+00FF for bytes. */
export async function mailOf(text: string): Promise<Mail> {
  const parsed = await parseRaw(Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1'));
  if (parsed.kind !== 'mail') throw new Error(`not a mail: ${parsed.why}`);
  return parsed.mail;
}

/** The same bytes in pieces of a size. */
export async function* inPieces(raw: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < raw.length; at += size) yield raw.subarray(at, at + size);
}
