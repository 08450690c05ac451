import type { Expression } from 'kysely';
import type { EntryId, TicketNo } from '../../domain/ids.ts';
import type { Compiled } from './prepared.ts';
import type { Tx } from './schema.ts';
import type { KeptDirectory } from './tables/directory.ts';

/** Full-text search as an engine offers it: words in, no syntax of any engine. */
export type Search = {
  /** Makes a message findable. */
  add(tx: Tx, id: EntryId, words: { subject: string; text: string; participants: string }): Promise<void>;
  /** What is gone is found no more. */
  remove(tx: Tx, id: EntryId): Promise<void>;
  /** For each word a set of the tickets that have a message with it; empty where nothing typed was a word. */
  ticketsWith(typed: string): readonly Expression<TicketNo>[];
};

/**
 * What the queries work with: one open transaction, what its engine can do, the time (epoch ms), SQL made before, what was
 * read before, and what this transaction has changed of that.
 */
export type At = {
  tx: Tx;
  search: Search;
  now: () => number;
  compiled: Compiled;
  kept: KeptDirectory;
  touched: { directory: boolean };
};
