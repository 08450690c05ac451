import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../../src/adapters/store/migrations/list.ts';
import type { Migration } from '../../../src/adapters/store/migrations/migration.ts';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { scratch } from '../../support/scratch.ts';
import { applied, monday, opening } from '../../support/store-facts.ts';

const newDir = scratch();
const now = () => monday;

const number = migrations.length + 1;
const next: Migration = {
  number,
  name: 'next',
  up: async (db) => await db.schema.alterTable('tickets').addColumn('colour', 'text').execute(),
};
const failing: Migration = {
  number,
  name: 'failing',
  async up(db, engine) {
    await next.up(db, engine);
    await sql`insert into nowhere values (1)`.execute(db);
  },
};
const columnsOf = (file: string) =>
  new BetterSqlite(file, { readonly: true }).prepare('select name from pragma_table_info(?)').pluck().all('tickets');
const copy = `maildesk-before-${String(number).padStart(4, '0')}.db`;

async function oldDatabase(): Promise<{ dir: string; file: string }> {
  const dir = newDir();
  const file = join(dir, 'maildesk.db');
  const store = await openStore({ file, now });
  await applied(store, opening(1));
  await store.close();
  return { dir, file };
}

test('migrations are numbered without gaps', () => {
  expect(migrations.map((each) => each.number)).toEqual(migrations.map((_, at) => at + 1));
});

test('F-45: an old database is brought up, and a copy as it was is kept', async () => {
  const { dir, file } = await oldDatabase();
  const store = await openStore({ file, now, migrations: [...migrations, next] });
  expect(await store.read((at) => at.tickets({}))).toHaveLength(1);
  await store.close();
  expect(columnsOf(file)).toContain('colour');
  expect(columnsOf(join(dir, copy))).not.toContain('colour');
  const kept = await openStore({ file: join(dir, copy), now });
  expect(await kept.read((at) => at.tickets({}))).toHaveLength(1);
  expect(await kept.complaints()).toEqual([]);
  await kept.close();
});

test('F-45: a migration that fails half-way changes nothing', async () => {
  const { file } = await oldDatabase();
  await expect(openStore({ file, now, migrations: [...migrations, failing] })).rejects.toThrow('nowhere');
  expect(columnsOf(file)).not.toContain('colour');
  const again = await openStore({ file, now, migrations: [...migrations, next] });
  expect(await again.read((at) => at.tickets({}))).toHaveLength(1);
  await again.close();
});

test('F-45: a database of a newer program is refused, and left alone', async () => {
  const { file } = await oldDatabase();
  await (await openStore({ file, now, migrations: [...migrations, next] })).close();
  await expect(openStore({ file, now })).rejects.toMatchObject({
    name: 'StoreNewer',
    retry: false,
    message: expect.stringContaining('start the newer program'),
  });
});

test('a new database needs no copy, and two processes may open it at once', async () => {
  const dir = newDir();
  const file = join(dir, 'maildesk.db');
  const stores = await Promise.all([openStore({ file, now }), openStore({ file, now }), openStore({ file, now })]);
  await Promise.all(stores.map((each) => each.close()));
  expect(readdirSync(dir).filter((name) => name.startsWith('maildesk-before'))).toEqual([]);
  expect(existsSync(file)).toBe(true);
});
