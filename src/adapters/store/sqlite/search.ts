import { CompiledQuery, sql } from 'kysely';
import type { TicketNo } from '../../../domain/ids.ts';
import type { Search } from '../search.ts';

/** Characters of one text that can be found again: indexing a text of megabytes would hold up everybody. */
const longestIndexed = 256 * 1024;

/**
 * The full-text table. Contentless: it holds the index only, so a text stands once, in `messages`, and is blanked there;
 * rows can be deleted. Marks count as letters, else Hindi falls apart at every vowel sign.
 *
 * @see https://www.sqlite.org/fts5.html
 */
export const searchTable = sql`
  create virtual table message_search using fts5(subject, text, participants, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")`;

const addition = 'insert into message_search (rowid, subject, text, participants) values (?, ?, ?, ?)';

/** Search through FTS5: a ticket is found when each word typed begins a word in one of its messages. */
export const sqliteSearch: Search = {
  async add(tx, id, { subject, text, participants }) {
    const parameters = [id, subject, text.slice(0, longestIndexed), participants];
    await tx.executeQuery(CompiledQuery.raw(addition, parameters));
  },
  async remove(tx, id) {
    await tx.executeQuery(CompiledQuery.raw('delete from message_search where rowid = ?', [id]));
  },
  ticketsWith: (typed) =>
    phrasesOf(typed).map(
      (phrase) => sql<TicketNo>`(select messages.ticket from messages where messages.id in
        (select rowid from message_search where message_search match ${phrase}))`,
    ),
};

/** Words as FTS phrases: each is quoted, so that nothing in it is syntax; signs alone are no words. */
const phrasesOf = (typed: string): string[] =>
  typed
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', ' ')}"*`);
