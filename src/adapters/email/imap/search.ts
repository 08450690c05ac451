import type { ImapFlow, SearchObject } from 'imapflow';
import type { Exchange } from './deadline.ts';
import type { FolderParts } from './imap-folder.ts';
import { failureText } from './refusal.ts';
import { pieces, uidRange } from './uid-ranges.ts';

export type Search = {
  from(uid: number): Promise<readonly number[]>;
  since(instant: number): Promise<readonly number[]>;
};

const day = 24 * 60 * 60 * 1000;

/** Real UID SEARCHes in the selected folder. */
export function searchIn(client: ImapFlow, exchange: Exchange, { hearing }: FolderParts): Search {
  const ask = async (query: SearchObject): Promise<number[]> => {
    const found = await exchange('UID SEARCH', () => client.search(query, { uid: true }));
    if (!found) throw new Error(`the server refused to search: ${failureText(hearing)}`);
    return found;
  };
  /** Some servers look at a folder anew only for NOOP or IDLE; Dovecot lets a SEARCH see what is 5 s old. */
  const lookAnew = async () => {
    if (!client.capabilities.has('IDLE')) await exchange('NOOP', () => client.noop());
  };
  return {
    /** `n:*` always names the last mail, even where its UID is below n (RFC 3501 §6.4.8). */
    async from(uid) {
      await lookAnew();
      return (await ask({ uid: `${uid}:*` })).filter((found) => found >= uid);
    },
    since: async (instant) => {
      // SEARCH SINCE knows days only, in the server's zone: one day more, then the exact look
      const days = await ask({ since: new Date(instant - day) });
      return arrivedSince(client, exchange, days, Math.floor(instant / 1000) * 1000); // INTERNALDATE has seconds
    },
  };
}

/** A mail whose date the server does not tell counts as new: offered for nothing it does no harm, left out it is lost. */
async function arrivedSince(client: ImapFlow, exchange: Exchange, uids: readonly number[], instant: number): Promise<number[]> {
  const found: number[] = [];
  for (const some of pieces(uids, 1000)) {
    const query = { uid: true, internalDate: true };
    const dates = await exchange('FETCH of dates', () => client.fetchAll(uidRange(some), query, { uid: true }));
    const older = new Set(dates.filter(({ internalDate }) => epoch(internalDate) < instant).map(({ uid }) => uid));
    found.push(...some.filter((uid) => !older.has(uid)));
  }
  return found;
}

/** Epoch ms; +Infinity where it is unknown. */
export const epoch = (date: Date | string | undefined): number => {
  const instant = date === undefined ? Number.NaN : new Date(date).getTime();
  return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant;
};
