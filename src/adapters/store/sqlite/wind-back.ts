import BetterSqlite from 'better-sqlite3';

/** Where a row says when it came to be. */
const beginnings = ['opened', 'received', 'created', 'asked', 'made', 'since', 'at'];
/** Here the same words are no beginning: a plan, a bookmark, a habit. */
const timeless = ['looks', 'positions', 'job_runs', 'borders'];

type Column = { name: string; required: number };
type Orphan = { table: string; rowid: number; column: string; required: number };

/**
 * Makes a copy of a desk's database look as if nothing had come since an instant: what began later is gone, with all that
 * hangs on it, and tickets stand in the state they were in. Other values of theirs stay as they are, since nothing keeps what
 * they were. Only for a copy that is thrown away: the guards of the journal do not outlive it.
 *
 * @param before epoch ms
 */
export function windBack(file: string, before: number): void {
  const database = new BetterSqlite(file, { fileMustExist: true });
  try {
    database.pragma('foreign_keys = OFF');
    database.transaction(() => {
      for (const guard of namesOf(database, 'trigger')) database.exec(`drop trigger ${quoted(guard)}`);
      forgetWords(database, before);
      for (const table of namesOf(database, 'table')) forgetLater(database, table, before);
      while (dropOrphans(database) > 0);
      standAsBefore(database, before);
      countAnew(database);
    })();
  } finally {
    database.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const namesOf = (database: BetterSqlite.Database, type: 'table' | 'trigger'): string[] =>
  database.prepare<[string], string>('select name from sqlite_schema where type = ?').pluck().all(type);

const columnsOf = (database: BetterSqlite.Database, table: string): Column[] =>
  database.prepare<[string], Column>('select name, "notnull" as required from pragma_table_info(?)').all(table);

/** Of mails that came or left since: their ids route nothing, and no search finds them. */
function forgetWords(database: BetterSqlite.Database, before: number): void {
  const later = [
    ['arrivals', 'received'],
    ['messages', 'at'],
    ['outbox', 'created'],
  ].map(([table, column]) => `select message_id from ${table} where ${column} >= @before and message_id is not null`);
  database.prepare(`delete from message_ids where message_id in (${later.join(' union ')})`).run({ before });
  database.prepare('delete from message_search where rowid in (select id from messages where at >= ?)').run(before);
}

function forgetLater(database: BetterSqlite.Database, table: string, before: number): void {
  const names = columnsOf(database, table).map(({ name }) => name);
  const beginning = beginnings.find((name) => names.includes(name));
  if (beginning === undefined || timeless.includes(table) || table.startsWith('message_search')) return;
  database.prepare(`delete from ${quoted(table)} where ${quoted(beginning)} >= ?`).run(before);
}

/** Rows whose parent is gone go too; a ticket that merely names it forgets it. @returns how many were found */
function dropOrphans(database: BetterSqlite.Database): number {
  const orphans = database
    .prepare<[], Orphan>(
      `select c."table" as "table", c.rowid as "rowid", k."from" as "column", i."notnull" as required
       from pragma_foreign_key_check c
       join pragma_foreign_key_list(c."table") k on k.id = c.fkid
       join pragma_table_info(c."table") i on i.name = k."from"`,
    )
    .all();
  for (const { table, rowid, column, required } of orphans) {
    const mend = table === 'tickets' && required === 0;
    database
      .prepare(
        mend ? `update tickets set ${quoted(column)} = null where rowid = ?` : `delete from ${quoted(table)} where rowid = ?`,
      )
      .run(rowid);
  }
  return orphans.length;
}

/** Questions that were answered since are open again; tickets that were closed since too. */
function standAsBefore(database: BetterSqlite.Database, before: number): void {
  const last = 'select max(id) from phases where phases.ticket = tickets.number';
  database.exec(`
    update asks set state = 'open' where state = 'answered'
      and not exists (select 1 from ask_answers where ask_answers.ask = asks.id);
    update tickets set (state, waits_for, severity, level) =
      (select state, waits_for, severity, level from phases where id = (${last}))
      where updated >= ${before} and exists (${last.replace('max(id)', '1')});
    update tickets set closed = null where closed >= ${before};
    update tickets set deleted = null where deleted >= ${before};
    insert or ignore into looks (ticket, at) select number, 0 from tickets where closed is null;
  `);
}

/** What comes next is numbered as it was then, so that mails of that time name the same. */
function countAnew(database: BetterSqlite.Database): void {
  const tables = database.prepare<[], string>('select name from sqlite_sequence').pluck().all();
  for (const name of tables)
    database
      .prepare(`update sqlite_sequence set seq = (select coalesce(max(rowid), 0) from ${quoted(name)}) where name = ?`)
      .run(name);
}
