import type { ImapFlow, SearchObject } from 'imapflow';
import type { Folder } from '../../../domain/mailbox.ts';
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

/**
 * Some servers refuse where none, or only some, of the mails are there still: then what is there decides. A missing
 * folder is made; whatever else stands in the way is the server's to tell (F-15).
 */
async function move(client: ImapFlow, exchange: Exchange, parts: FolderParts, range: string, folder: string): Promise<void> {
  const once = (some: string) =>
    client.capabilities.has('MOVE')
      ? moveAtOnce(client, exchange, some, folder)
      : moveByCopy(client, exchange, parts, some, folder);
  if (await once(range)) return;
  const refusal = failureText(parts.hearing);
  const here = await find(client, exchange, parts, { uid: range });
  if (here.length === 0) return;
  await makeFolder(client, exchange, parts, folder);
  if (!(await once(uidRange(here)))) throw new Error(`the server refused to move mails to ${folder}: ${refusal}`);
}

async function makeFolder(client: ImapFlow, exchange: Exchange, { log }: FolderParts, folder: string): Promise<void> {
  const isMade = await exchange(`CREATE ${folder}`, () => client.mailboxCreate(folder)).then(
    ({ created }) => created,
    () => false, // it is there, or may not be made: the move will tell
  );
  if (isMade) log.warn({ folder }, `folder ${folder} was missing on the server and has been made`);
}

async function find(client: ImapFlow, exchange: Exchange, { hearing }: FolderParts, query: SearchObject): Promise<number[]> {
  const found = await exchange('UID SEARCH', () => client.search(query, { uid: true }));
  if (!found) throw new Error(`the server refused to search: ${failureText(hearing)}`);
  return found;
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
  const here = await find(client, exchange, parts, { uid: range, deleted: false });
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
