import { type Kysely, sql } from 'kysely';
import { StoreError } from './errors.ts';
import type { Migration } from './migrations/migration.ts';
import type { Tables } from './schema.ts';
import type { EngineParts } from './sqlite/parts.ts';

export type MigrationNeeds = {
  /** In order, numbered from 1. */
  migrations: readonly Migration[];
  engine: EngineParts;
  now: () => number;
  /** Keeps a copy of a database that holds something, before step `number` changes it. */
  keepCopy(number: number): Promise<void>;
};

/**
 * Brings a database to the newest schema, in one transaction; two processes at once take turns.
 *
 * @throws {StoreError} `newer` where a newer program has been at it (F-45)
 */
export async function migrate(db: Kysely<Tables>, needs: MigrationNeeds): Promise<void> {
  // A look first: a command that only reads must not wait for the lock of those who write.
  if ((await db.connection().execute((each) => version(each, needs))) === needs.migrations.length) return;
  await db.transaction().execute(async (tx) => {
    const missing = needs.migrations.slice(await version(tx, needs));
    const [first] = missing;
    if (first && first.number > 1) await needs.keepCopy(first.number);
    for (const step of missing) await climb(tx, step, needs);
  });
}

/**
 * For whoever only looks: the schema must be the newest already.
 *
 * @throws {StoreError} `older`, `newer`
 */
export async function checkSchema(db: Kysely<Tables>, needs: Needs): Promise<void> {
  const present = await db.connection().execute((each) => version(each, needs));
  if (present !== needs.migrations.length) throw older(present, needs.migrations.length);
}

type Needs = Pick<MigrationNeeds, 'migrations' | 'engine'>;

/** Of the schema that is there, 0 where there is none. */
async function version(db: Kysely<Tables>, { engine, migrations }: Needs): Promise<number> {
  if (!(await engine.hasTable(db, 'schema_versions'))) return 0;
  const present = await db.selectFrom('schema_versions').select('number').orderBy('number', 'desc').executeTakeFirst();
  const number = present?.number ?? 0;
  if (number > migrations.length) throw newer(number, migrations.length);
  return number;
}

async function climb(db: Kysely<Tables>, step: Migration, { engine, now }: MigrationNeeds): Promise<void> {
  if (step.number === 1)
    await sql`create table schema_versions (number integer primary key not null, name text not null, applied bigint not null)`.execute(
      db,
    );
  await step.up(db, engine);
  await db.insertInto('schema_versions').values({ number: step.number, name: step.name, applied: now() }).execute();
}

const older = (present: number, known: number) =>
  new StoreError(
    'older',
    `the database is of an older Maildesk (schema ${present}; this program knows ${known}): start the desk once (maildesk start); it keeps a copy and brings the database up to date`,
  );

const newer = (present: number, known: number) =>
  new StoreError(
    'newer',
    `the database is of a newer Maildesk (schema ${present}; this program knows ${known}): start the newer program, or restore a backup from before its first start`,
  );
