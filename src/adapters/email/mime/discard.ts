import { createHash } from 'node:crypto';
import { sha256 } from '../../../domain/ids.ts';
import type { AttachmentSink } from '../../../domain/ports.ts';

/** A sink that names what goes by and keeps nothing: for `explain` and `rehearse`. */
export const discardAttachments: AttachmentSink = async (content) => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: sha256(hash.digest('hex')), size };
};
