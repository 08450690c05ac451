import { join } from 'node:path';
import type { Blobs } from '../../../domain/ports.ts';
import { prepareRoot } from './blob-names.ts';
import { inOurWords } from './disk-errors.ts';
import { fileBlobs } from './file-blobs.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { syncDirectories } from './sync.ts';

const places = (dataDir: string) => ({
  mails: join(dataDir, 'mails'),
  attachments: join(dataDir, 'attachments'),
  sent: join(dataDir, 'sent'),
});

/** What is kept there, to read only: whatever is kept meanwhile stands in memory. */
export function lookAtBlobs(dataDir: string): Blobs {
  const { mails, attachments, sent } = places(dataDir);
  const look = (place: string) => fileBlobs(place, new Set(), true);
  return memoryBlobs({ mails: look(mails), attachments: look(attachments), sent: look(sent) });
}

/**
 * The mails as they came, their attachments, and our own mails as they left, as files named by their SHA-256 below
 * `<dataDir>/mails`, `<dataDir>/attachments` and `<dataDir>/sent`.
 *
 * @throws {StoreError}
 */
export async function openBlobs(dataDir: string, { compress = true }: { compress?: boolean } = {}): Promise<Blobs> {
  const { mails, attachments, sent } = places(dataDir);
  try {
    const present = { mails: prepareRoot(mails), attachments: prepareRoot(attachments), sent: prepareRoot(sent) };
    await syncDirectories([mails, attachments, sent, dataDir]);
    return {
      mails: fileBlobs(mails, present.mails, compress),
      attachments: fileBlobs(attachments, present.attachments, compress),
      sent: fileBlobs(sent, present.sent, compress),
    };
  } catch (error) {
    throw inOurWords(error, dataDir);
  }
}
