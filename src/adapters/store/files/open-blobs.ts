import { join } from 'node:path';
import type { Blobs } from '../../../domain/ports.ts';
import { prepareRoot } from './blob-names.ts';
import { inOurWords } from './disk-errors.ts';
import { fileBlobs } from './file-blobs.ts';
import { syncDirectories } from './sync.ts';

/**
 * The mails as they came and their attachments, as files named by their SHA-256 below `<dataDir>/mails` and
 * `<dataDir>/attachments`.
 *
 * @throws {StoreError}
 */
export async function openBlobs(dataDir: string, { compress = true }: { compress?: boolean } = {}): Promise<Blobs> {
  const mails = join(dataDir, 'mails');
  const attachments = join(dataDir, 'attachments');
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
