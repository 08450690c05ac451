import type { ImapFlow } from 'imapflow';
import type { Folder } from '../../../domain/ports.ts';
import type { Exchange } from './deadline.ts';
import type { FolderParts } from './imap-folder.ts';
import { failureText } from './refusal.ts';
import { pieces, uidRange } from './uid-ranges.ts';

type Destination = Parameters<Folder['file']>[1];

/**
 * Marks or moves mails, a command for every `perMove` of them. UIDs that are gone are no error, so it may be repeated.
 *
 * @throws where the server refuses; the connection stays usable then
 */
export async function fileMails(
  client: ImapFlow,
  exchange: Exchange,
  parts: FolderParts,
  uids: readonly number[],
  to: Destination,
): Promise<void> {
  for (const some of pieces(
    uids.toSorted((a, b) => a - b),
    parts.limits.perMove,
  )) {
    const range = uidRange(some);
    if (to.kind === 'move') await move(client, exchange, parts, range, to.folder);
    else await flag(client, exchange, parts, range, '\\Seen');
  }
}

/** A missing folder is made once; whatever else stands in the way is told by the second refusal (F-15). */
async function move(client: ImapFlow, exchange: Exchange, parts: FolderParts, range: string, folder: string): Promise<void> {
  const once = () =>
    client.capabilities.has('MOVE')
      ? moveAtOnce(client, exchange, range, folder)
      : moveByCopy(client, exchange, parts, range, folder);
  if (await once()) return;
  const refusal = failureText(parts.hearing);
  const isMade = await exchange(`CREATE ${folder}`, () => client.mailboxCreate(folder)).then(
    ({ created }) => created,
    () => false,
  );
  if (isMade) parts.log.warn({ folder }, `folder ${folder} was missing on the server and has been made`);
  if (isMade && (await once())) return;
  throw new Error(`the server refused to move mails to ${folder}: ${refusal}`);
}

const moveAtOnce = async (client: ImapFlow, exchange: Exchange, range: string, folder: string): Promise<boolean> =>
  Boolean(await exchange('UID MOVE', () => client.messageMove(range, folder, { uid: true })));

/**
 * COPY, \Deleted, UID EXPUNGE. Without UIDPLUS the mails stay, marked: a plain EXPUNGE would also remove what others
 * have marked (9051-3). Those marked already were copied before.
 */
async function moveByCopy(
  client: ImapFlow,
  exchange: Exchange,
  parts: FolderParts,
  range: string,
  folder: string,
): Promise<boolean> {
  const here = await exchange('UID SEARCH', () => client.search({ uid: range, deleted: false }, { uid: true }));
  if (!here) throw new Error(`the server refused to search: ${failureText(parts.hearing)}`);
  if (here.length > 0) {
    const copied = await exchange('UID COPY', () => client.messageCopy(uidRange(here), folder, { uid: true }));
    if (!copied) return false;
    await flag(client, exchange, parts, uidRange(here), '\\Deleted');
  }
  if (!client.capabilities.has('UIDPLUS')) return true;
  return exchange('UID EXPUNGE', () => client.messageDelete(range, { uid: true }));
}

async function flag(client: ImapFlow, exchange: Exchange, { hearing }: FolderParts, range: string, name: string): Promise<void> {
  const isDone = await exchange('UID STORE', () => client.messageFlagsAdd(range, [name], { uid: true }));
  if (!isDone) throw new Error(`the server refused to mark mails as ${name.slice(1)}: ${failureText(hearing)}`);
}
