import type { ArrivalId } from '../../domain/ids.ts';
import type { Folder } from '../../domain/mailbox.ts';
import type { MailboxSettings } from '../../domain/settings.ts';
import type { Outcome } from '../../domain/ticket.ts';
import type { Watch } from './watch.ts';

/** A decided mail that lies in the folder still. */
export type Decided = { id: ArrivalId; uid: number; outcome: Outcome | null };

/** Steps after T2: file on the server, close in the ledger (T3). */
export type Filing = {
  /** What the server refuses stays in the ledger as unfiled, for `again`. @throws where the connection is lost */
  file(mails: readonly Decided[]): Promise<void>;
  /** Files what the ledger says is still unfiled, when it is time for that. */
  again(): Promise<void>;
};

/** Filing in one open folder. */
export function filing(watch: Watch, folder: Folder): Filing {
  const { mailbox, clock, store, trouble } = watch;
  let nextLook = 0;

  const file = async (mails: readonly Decided[]) => {
    for (const [target, some] of Map.groupBy(mails, ({ outcome }) => targetOf(mailbox, outcome)))
      await fileIn(watch, folder, target, some);
  };
  return {
    file,
    async again() {
      if (clock.now() < Math.max(nextLook, trouble.nextTry())) return;
      nextLook = clock.now() + mailbox.poll;
      const left = await store.read((at) => at.unfiled(mailbox.name, mailbox.folder, folder.uidValidity));
      await file(left.flatMap(({ id, source, outcome }) => (source.kind === 'imap' ? [{ id, uid: source.uid, outcome }] : [])));
    },
  };
}

/** The folder a mail goes to; null: it stays. */
function targetOf({ after }: MailboxSettings, outcome: Outcome | null): string | null {
  if (after.kind !== 'move') return null;
  return outcome === 'held' ? (after.heldTo ?? after.to) : after.to;
}

async function fileIn(watch: Watch, folder: Folder, target: string | null, mails: readonly Decided[]): Promise<void> {
  const { mailbox, store, trouble, reached } = watch;
  const uids = mails.map(({ uid }) => uid);
  try {
    if (target !== null) await folder.file(uids, { kind: 'move', folder: target });
    else if (mailbox.after.kind === 'seen') await folder.file(uids, { kind: 'seen' });
  } catch (error) {
    if (!folder.isOpen() || !(error instanceof Error)) throw error;
    return trouble.failed(error.message);
  }
  trouble.worked();
  reached('moved');
  await store.write((at) => at.closeArrivals(mails.map(({ id }) => id)));
  reached('closed');
}
