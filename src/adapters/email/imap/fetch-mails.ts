import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { FetchedMail } from '../../../domain/mailbox.ts';
import type { Exchange } from './deadline.ts';
import type { FolderParts } from './imap-folder.ts';
import { epoch } from './search.ts';
import { pieces, uidRange } from './uid-ranges.ts';

/** A mail's beginning: all of it where it is shorter than the window. */
type Start = { uid: number; size: number | undefined; internalDate: number; source: Buffer };

/**
 * Mails in the order asked for, a FETCH for every `perFetch` of them. Only the first `window` bytes of each come with
 * it; what is larger streams from there. Memory is bounded by the two together, whatever the mails are.
 *
 * A mail that the server does not give is asked for once more, then left out: it is gone (F-14), or the caller finds
 * by a search that it is not.
 */
export async function* fetchMails(
  client: ImapFlow,
  exchange: Exchange,
  parts: FolderParts,
  uids: readonly number[],
): AsyncGenerator<FetchedMail> {
  const starts = (some: readonly number[]) => fetchStarts(client, exchange, parts, some);
  for (const some of pieces(uids, parts.limits.perFetch)) {
    const found = await starts(some);
    const missing = some.filter((uid) => !found.has(uid));
    const late = missing.length > 0 ? await starts(missing) : new Map<number, Start>();
    for (const uid of some) {
      const start = found.get(uid) ?? late.get(uid);
      found.delete(uid);
      if (start) yield await whole(client, exchange, parts, start);
    }
  }
}

async function fetchStarts(
  client: ImapFlow,
  exchange: Exchange,
  { limits, now }: FolderParts,
  uids: readonly number[],
): Promise<Map<number, Start>> {
  const query = { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: limits.window } };
  const answers = await exchange('FETCH', () => client.fetchAll(uidRange(uids), query, { uid: true }));
  return new Map(answers.flatMap((answer) => startOf(answer, now)).map((start) => [start.uid, start]));
}

/** Nothing where the server answered without a text, as some do for a mail that was expunged meanwhile. */
function startOf({ uid, size, internalDate, source }: FetchMessageObject, now: () => number): Start[] {
  if (!uid || !Buffer.isBuffer(source)) return [];
  const instant = epoch(internalDate);
  return [{ uid, size, internalDate: Number.isFinite(instant) ? instant : now(), source }];
}

async function whole(client: ImapFlow, exchange: Exchange, parts: FolderParts, start: Start): Promise<FetchedMail> {
  const { uid, internalDate, source, size = source.length } = start;
  const isStreamed = source.length === parts.limits.window && start.size !== source.length;
  if (isStreamed) return { uid, internalDate, size, content: stream(client, exchange, parts, start) };
  const content = size === source.length ? source : await checked(client, exchange, parts, start);
  return { uid, internalDate, size: content.length, content };
}

/**
 * A second look at a mail whose length is not the announced one. Exchange and others announce estimates, so the same
 * bytes twice are believed; different ones mean that the answer cannot be trusted (F-16).
 */
async function checked(client: ImapFlow, exchange: Exchange, parts: FolderParts, { uid, size, source }: Start): Promise<Buffer> {
  const again = (await fetchStarts(client, exchange, parts, [uid])).get(uid);
  if (!again?.source.equals(source)) throw new Error(`the server gave two different texts for the mail with UID ${uid}`);
  parts.log.warn(
    { uid, announced: size, received: source.length },
    'the server announced another length than it gave, twice alike; taken as given',
  );
  return source;
}

async function* stream(
  client: ImapFlow,
  exchange: Exchange,
  { limits, log }: FolderParts,
  start: Start,
): AsyncGenerator<Uint8Array> {
  const { uid, size, source } = start;
  yield source;
  let received = source.length;
  for (;;) {
    const query = { uid: true, source: { start: received, maxLength: limits.step } };
    const answer = await exchange('FETCH', () => client.fetchOne(String(uid), query, { uid: true }));
    const more = answer ? answer.source : undefined;
    if (!more) throw new Error(`the mail with UID ${uid} vanished while it was read`);
    if (more.length > 0) yield more;
    received += more.length;
    if (more.length < limits.step) break;
  }
  if (received !== size)
    log.warn({ uid, announced: size, received }, 'the server announced another length than it gave; taken as given');
}
