import { Readable } from 'node:stream';
import type { BlobStore } from '../../../domain/ports.ts';
import type { OutboundMail } from '../../../domain/sender.ts';
import type { DkimSettings } from '../../../domain/settings.ts';
import { type Composed, composeRaw } from './compose-raw.ts';
import { signatureOf } from './dkim.ts';

/** What a way out needs to write its mails: the files they carry, and the key they are signed with, where there is one. */
export type Writing = { attachments: BlobStore; dkim: DkimSettings | null };

/**
 * A mail as it goes over the wire, signed where the desk has a key.
 *
 * @throws {UnsafeHeader} where a value would break out of its field
 */
export async function signedMail(mail: OutboundMail, { attachments, dkim }: Writing): Promise<Composed> {
  const composed = composeRaw(mail, attachments);
  if (dkim === null) return composed;
  const signature = await signatureOf(composed.content, dkim, mail.date);
  // Written once more, byte for byte the same: a mail with large files is in no memory at any time.
  const { envelope, content } = Buffer.isBuffer(composed.content) ? composed : composeRaw(mail, attachments);
  return { envelope, content: below(signature, content) };
}

/** What was sent, once more: a stream that was read to its end is written anew, byte for byte the same. */
export const contentAgain = async (
  mail: OutboundMail,
  content: Composed['content'],
  writing: Writing,
): Promise<Composed['content']> => (Buffer.isBuffer(content) ? content : (await signedMail(mail, writing)).content);

function below(signature: string, content: Composed['content']): Composed['content'] {
  if (Buffer.isBuffer(content)) return Buffer.concat([Buffer.from(signature), content]);
  return Readable.from(
    (async function* () {
      yield Buffer.from(signature);
      yield* content;
    })(),
    { objectMode: false },
  );
}
