import type { ArrivalId } from '../../domain/ids.ts';
import type { FetchedMail, Folder } from '../../domain/mailbox.ts';
import type { Incoming, Position } from '../../domain/ports.ts';
import { type Batch, batchesOf } from './batches.ts';
import type { Filing } from './filing.ts';
import { baseline, setPosition } from './standing.ts';
import { lowestUnfetchable, mayFetch, noteMissing } from './unfetchable.ts';
import type { Watch } from './watch.ts';

/** How far the intake of one open folder has come. */
export type Progress = {
  /** As stored: every mail below `nextUid` is durable, or gone, or left on purpose. */
  position: Position;
  /** One above the highest UID asked for; ahead of `nextUid` only while a mail below cannot be fetched. */
  next: number;
  /** Received already, though not below `nextUid`. */
  offered: Set<number>;
};

/** Takes mails out of one open folder, all the way to where they are filed. */
export type Taking = {
  /** Mails that were there before and are not older than `since`. Broken off, it starts anew: the ledger knows what came. */
  baseline(): Promise<void>;
  /** Mails not seen before, by a real search. @returns whether there were any: more may have come meanwhile */
  fresh(): Promise<boolean>;
};

/** Takes the mails of one folder, from a position on. */
export function taking(watch: Watch, folder: Folder, files: Filing, position: Position): Taking {
  const progress: Progress = { position, next: position.nextUid, offered: new Set() };
  const take = (uids: readonly number[]) => takeMails(watch, folder, files, progress, uids);
  return {
    async baseline() {
      if (progress.position.nextUid !== baseline) return;
      await take((await folder.uidsSince(position.since)).filter((uid) => uid < folder.uidNext));
      if (watch.signal.aborted || !folder.isOpen()) return;
      progress.next = folder.uidNext;
      progress.position = await setPosition(watch, { ...position, nextUid: lowestUnfetchable(watch, folder) ?? folder.uidNext });
    },
    async fresh() {
      const listed = await folder.uidsFrom(progress.position.nextUid);
      const due = listed.filter((uid) => !progress.offered.has(uid) && mayFetch(watch, folder, uid));
      await take(due);
      return due.length > 0;
    },
  };
}

/** Reads one batch ahead while the one before is understood and filed; what is written stays in order. */
async function takeMails(
  watch: Watch,
  folder: Folder,
  files: Filing,
  progress: Progress,
  uids: readonly number[],
): Promise<void> {
  if (uids.length === 0) return;
  const batches = batchesOf(folder, uids);
  const ahead = () => {
    const step = batches.next();
    step.catch(() => {}); // it is awaited later, or never
    return step;
  };
  try {
    for (let step = ahead(); !watch.signal.aborted; ) {
      const { value: batch, done } = await step;
      if (done) return;
      await noteMissing(watch, folder, batch);
      watch.reached('fetched');
      if (!batch.streams) step = ahead();
      const ids = await receive(watch, folder, progress, batch);
      if (batch.streams) step = ahead();
      await takeAndFile(watch, files, ids, batch.mails);
    }
  } finally {
    void batches.return(undefined).catch(() => {});
  }
}

/** T1: the mails and how far we are, in one transaction. */
async function receive(watch: Watch, folder: Folder, progress: Progress, batch: Batch): Promise<readonly ArrivalId[]> {
  const { mailbox, intake, untaken, reached } = watch;
  if (batch.mails.length === 0) return [];
  progress.next = Math.max(progress.next, batch.last + 1);
  const isBaseline = progress.position.nextUid === baseline;
  const position = {
    ...progress.position,
    nextUid: isBaseline ? baseline : (lowestUnfetchable(watch, folder) ?? progress.next),
  };
  const incoming = batch.mails.map((mail) => incomingFrom(watch, folder, mail));
  const ids = await intake.receive(incoming, { mailbox: mailbox.name, folder: mailbox.folder, position });
  for (const id of ids) untaken.add(id);
  progress.position = position;
  for (const { uid } of batch.mails) progress.offered.add(uid);
  if (!isBaseline) progress.offered = new Set([...progress.offered].filter((uid) => uid >= position.nextUid));
  reached('received');
  return ids;
}

/**
 * INTERNALDATE is when the mail reached the account: what it meets a deadline by, however late it is taken. A server whose clock
 * is ahead of ours does not make it come after our answers to it.
 */
const incomingFrom = ({ mailbox, clock }: Watch, { uidValidity }: Folder, mail: FetchedMail): Incoming => ({
  source: { kind: 'imap', mailbox: mailbox.name, folder: mailbox.folder, uidValidity, uid: mail.uid },
  content: mail.content,
  envelope: null,
  authUser: null,
  receivedAt: Math.min(mail.internalDate, clock.now()),
  imported: false,
});

/** T2, then the server, then T3. */
async function takeAndFile(
  { intake, untaken, reached }: Watch,
  files: Filing,
  ids: readonly ArrivalId[],
  mails: readonly FetchedMail[],
): Promise<void> {
  if (ids.length === 0) return;
  const uidOf = new Map(ids.map((id, index) => [id, mails[index]?.uid]));
  const taken = await intake.take(ids);
  for (const id of ids) untaken.delete(id);
  reached('decided');
  await files.file(
    taken.flatMap(({ id, outcome }) => {
      const uid = uidOf.get(id);
      return uid === undefined ? [] : [{ id, uid, outcome }];
    }),
  );
}
