import { join } from 'node:path';
import type { Blobs } from '../../../domain/ports.ts';
import { prepareRoot } from './blob-names.ts';
import { inOurWords } from './disk-errors.ts';
import { fileBlobs } from './file-blobs.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { syncDirectories } from './sync.ts';

const places = (dataDir: string) => ({ mails: join(dataDir, 'mails'), attachments: join(dataDir, 'attachments') });

/** What is kept there, to read only: whatever is kept meanwhile stands in memory. */
export function lookAtBlobs(dataDir: string): Blobs {
  const { mails, attachments } = places(dataDir);
  return memoryBlobs({ mails: fileBlobs(mails, new Set(), true), attachments: fileBlobs(attachments, new Set(), true) });
}

/**
 * The mails as they came and their attachments, as files named by their SHA-256 below `<dataDir>/mails` and
 * `<dataDir>/attachments`.
 *
 * @throws {StoreError}
 */
export async function openBlobs(dataDir: string, { compress = true }: { compress?: boolean } = {}): Promise<Blobs> {
  const { mails, attachments } = places(dataDir);
  try {
    const present = { mails: prepareRoot(mails), attachments: prepareRoot(attachments) };
    await syncDirectories([mails, attachments, dataDir]);
    return {
      mails: fileBlobs(mails, present.mails, compress),
      attachments: fileBlobs(attachments, present.attachments, compress),
    };
  } catch (error) {
    throw inOurWords(error, dataDir);
  }
}
