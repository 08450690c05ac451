import type BetterSqlite from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { StoreError } from '../errors.ts';
import { inTurn, type Turns } from './in-turn.ts';
import { patiently } from './patience.ts';
import { statementCache } from './statements.ts';
import { inOurWords } from './vendor-errors.ts';

export type Begin = 'immediate' | 'deferred';

/** SQLite for Kysely: one connection, transactions one after the other, statements prepared once. */
export function sqliteDialect(database: BetterSqlite.Database, begin: Begin, patience: number): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new Compiler(),
    createDriver: () => new SqliteDriver(database, begin, patience),
  };
}

/**
 * Writes parameters as expressions. At a bare one SQLite looks while it plans a join or an order, and so plans anew each
 * time another value is bound (STAT4), which costs twenty times the look itself.
 */
class Compiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?';
  }
}

class SqliteDriver implements Driver {
  readonly #database: BetterSqlite.Database;
  readonly #begin: Begin;
  readonly #patience: number;
  readonly #turns: Turns = inTurn();
  readonly #prepare: (sql: string) => BetterSqlite.Statement;
  /** Set by a failed write or fsync: what is on disk is unknown, so nothing is believed any more (F-27). */
  #broken: StoreError | null = null;

  constructor(database: BetterSqlite.Database, begin: Begin, patience: number) {
    this.#database = database;
    this.#begin = begin;
    this.#patience = patience;
    this.#prepare = statementCache(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Connection> {
    await this.#turns.enter();
    return new Connection(this.#database, this.#prepare, (work) => this.#guarded(work));
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const start = () => {
      this.#prepare(`begin ${this.#begin}`).run();
      // A deferred transaction takes its lock and its moment in time only with its first look.
      if (this.#begin === 'deferred') this.#look();
    };
    await patiently(this.#patience, () => this.#guarded(start));
    if (connection instanceof Connection) connection.inTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#guarded(() => this.#prepare('commit').run());
    if (connection instanceof Connection) connection.inTransaction = false;
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk makes SQLite roll back by itself.
    if (this.#database.inTransaction) this.#guarded(() => this.#prepare('rollback').run());
  }

  async releaseConnection(): Promise<void> {
    this.#turns.leave();
  }

  async destroy(): Promise<void> {
    await this.#turns.enter();
    this.#database.close();
  }

  #look(): void {
    try {
      this.#prepare('select 1 from sqlite_schema limit 1').get();
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  #guarded<T>(work: () => T): T {
    if (this.#broken) throw this.#broken;
    try {
      return work();
    } catch (error) {
      const told = inOurWords(error, this.#database.name);
      if (told instanceof StoreError && told.kind === 'broken') this.#broken = told;
      throw told;
    }
  }
}

/** The hold on the database during one transaction. */
class Connection implements DatabaseConnection {
  inTransaction = false;
  readonly #database: BetterSqlite.Database;
  readonly #prepare: (sql: string) => BetterSqlite.Statement;
  readonly #guarded: <T>(work: () => T) => T;

  constructor(
    database: BetterSqlite.Database,
    prepare: (sql: string) => BetterSqlite.Statement,
    guarded: <T>(work: () => T) => T,
  ) {
    this.#database = database;
    this.#prepare = prepare;
    this.#guarded = guarded;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    // After SQLite rolled back by itself a statement would commit on its own.
    if (this.inTransaction && !this.#database.inTransaction)
      throw new StoreError(
        'full',
        `${this.#database.name}: the transaction was given up after a failed write; nothing was stored`,
      );
    return this.#guarded(() => run<Row>(this.#prepare(query.sql), query.parameters));
  }

  // biome-ignore lint/correctness/useYield: nothing here is read row by row
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('queries are not streamed: ask for pages');
  }
}

function run<Row>(statement: BetterSqlite.Statement, parameters: readonly unknown[]): QueryResult<Row> {
  if (statement.reader) return { rows: rowsOf(statement.all(parameters)) };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

/** Kysely knows the row's type from the query; the driver cannot. */
const rowsOf = <Row>(rows: unknown[]): Row[] => rows as Row[];
