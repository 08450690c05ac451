import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../../src/adapters/store/migrations/list.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { outboxId, ticketNo } from '../../../src/domain/ids.ts';
import { scratch } from '../../support/scratch.ts';
import { monday, noLimits } from '../../support/store-facts.ts';

/** What desks kept, each at the schema that it is named for, written by the program of then; every release with a new schema adds one. */
const older = join(import.meta.dirname, 'older');
const newDir = scratch();
const now = () => monday;
const desks = readdirSync(older).map((name) => ({ name, number: Number.parseInt(name, 10) }));
const laterSteps = desks.flatMap((desk) => migrations.slice(desk.number, -1).map(({ number }) => ({ ...desk, until: number })));

function oldDesk(name: string): { dir: string; file: string } {
  const dir = newDir();
  const file = join(dir, 'maildesk.db');
  const database = new BetterSqlite(file);
  database.exec(readFileSync(join(older, name), 'utf8'));
  database.close();
  return { dir, file };
}

async function opened(file: string, until = migrations.length): Promise<void> {
  const store = await openStore({ file, now, migrations: migrations.slice(0, until) });
  expect(await store.complaints()).toEqual([]);
  await store.close();
}

/** Tables, indexes and triggers as they were told, but for what the engine makes by itself. */
function schemaOf(file: string): unknown[] {
  const database = new BetterSqlite(file, { readonly: true });
  const made = database
    .prepare("select name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%' order by name")
    .all() as { name: string; sql: string }[];
  database.close();
  return made
    .filter(({ name }) => !name.startsWith('message_search_'))
    .map(({ sql }) => sql.replace(/\s+/g, ' ').replace('( ', '('));
}

/** Every row of every table that has rows, in the columns that `like` has. */
function rowsOf(file: string, like: string): Record<string, unknown[]> {
  const names = new BetterSqlite(like, { readonly: true });
  const database = new BetterSqlite(file, { readonly: true });
  const columns = names
    .prepare(
      "select t.name as name, group_concat(c.name) as columns from pragma_table_list t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'schema_versions' group by t.name",
    )
    .all() as { name: string; columns: string }[];
  const rows = columns.map((table) => [table.name, database.prepare(`select ${table.columns} from ${table.name}`).all()]);
  names.close();
  database.close();
  return Object.fromEntries(rows);
}

test('there are desks of older schemas', () => expect(desks.length).toBeGreaterThan(0));

describe.each(desks)('F-45: a desk that kept $name', ({ name, number }) => {
  test('is of the schema that its steps make: a step that is out is not changed', async () => {
    const made = join(newDir(), 'maildesk.db');
    await opened(made, number);
    expect(schemaOf(oldDesk(name).file)).toEqual(schemaOf(made));
  });

  test('comes up with every row it had, at the schema of a new desk', async () => {
    const { dir, file } = oldDesk(name);
    const before = oldDesk(name).file;
    await opened(file);
    expect(rowsOf(file, before)).toEqual(rowsOf(before, before));
    const fresh = join(newDir(), 'maildesk.db');
    await opened(fresh);
    expect(schemaOf(file)).toEqual(schemaOf(fresh));
    expect(existsSync(join(dir, `maildesk-before-${String(number + 1).padStart(4, '0')}.db`))).toBe(true);
  });

  test('goes on: its tickets are read and found, its mails are due', async () => {
    const store = await openStore({ file: oldDesk(name).file, now });
    expect((await store.read((at) => at.tickets({ search: 'tray' }))).map((one) => one.number).toSorted()).toEqual([1001, 1002]);
    expect(await store.read((at) => at.journal(ticketNo(1001)))).toMatchObject([{ event: 'assigned', data: { to: 'maria' } }]);
    const due = await store.write((to) => to.claimDue(monday, 10, 'run 1', monday + 60_000, noLimits));
    expect(due.map((one) => one.id)).toEqual([outboxId(1)]);
    await store.close();
  });
});

test.each(laterSteps)('F-45: $name comes up by way of schema $until too', async ({ name, until }) => {
  const { file } = oldDesk(name);
  await opened(file, until);
  const before = oldDesk(name).file;
  await opened(file);
  expect(rowsOf(file, before)).toEqual(rowsOf(before, before));
});
