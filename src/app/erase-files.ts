import type { Blobs, Log, Store } from '../domain/ports.ts';

/** Removes the files that the store wants gone, then notes that they are; a crash between does it again. */
export async function eraseFiles({ store, blobs, log }: { store: Store; blobs: Blobs; log: Log }): Promise<void> {
  const due = await store.read((at) => at.erasures());
  for (const { kind, sha256 } of due) await blobs[roomOf[kind]].erase(sha256);
  if (due.length === 0) return;
  await store.write((at) => at.erased(due));
  log.info({ files: due.length }, 'erased for good');
}

const roomOf = { mail: 'mails', attachment: 'attachments', sent: 'sent' } as const;
