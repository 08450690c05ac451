import type BetterSqlite from 'better-sqlite3';

/** Distinct SQL texts kept prepared; the house has fewer, lists of varying length excepted. */
const capacity = 500;

/** Remembers prepared statements by their text, the least recently used go first: preparing costs more than most runs. */
export function statementCache(database: BetterSqlite.Database): (sql: string) => BetterSqlite.Statement {
  const kept = new Map<string, BetterSqlite.Statement>();
  return (sql) => {
    const known = kept.get(sql);
    const statement = known ?? database.prepare(sql);
    if (known) kept.delete(sql);
    else if (kept.size >= capacity) forgetOldest(kept);
    kept.set(sql, statement);
    return statement;
  };
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}
