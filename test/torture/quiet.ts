import { withLive } from './database.ts';

const open: readonly (readonly [what: string, sql: string])[] = [
  ['mails received, not decided', "select count(*) as n from arrivals where state = 'received'"],
  ['mails decided, not filed', "select count(*) as n from arrivals where state = 'decided' and kind = 'imap'"],
  ['mails in the outbox', "select count(*) as n from outbox where state in ('waiting', 'delayed', 'sending')"],
];

/** Whether a desk at work has nothing left to do. */
export const isQuiet = (dataDir: string): boolean => counts(dataDir).every(({ count }) => count === 0);

/** What it still has to do, in words. */
export const backlog = (dataDir: string): string =>
  counts(dataDir)
    .map(({ what, count }) => `${count} ${what}`)
    .join(', ');

const counts = (dataDir: string): { what: string; count: number }[] =>
  withLive(dataDir, ({ rows }) => open.map(([what, sql]) => ({ what, count: rows<{ n: number }>(sql)[0]?.n ?? 0 })));
