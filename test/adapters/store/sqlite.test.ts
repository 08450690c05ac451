import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/adapters/store/open-store.ts';
import { connect } from '../../../src/adapters/store/sqlite/connect.ts';
import { sqliteDialect } from '../../../src/adapters/store/sqlite/driver.ts';
import { ticketNo } from '../../../src/domain/ids.ts';
import { scratch } from '../../support/scratch.ts';
import { applied, monday, opening } from '../../support/store-facts.ts';

const newDir = scratch();
const now = () => monday;

async function filled(): Promise<string> {
  const file = join(newDir(), 'maildesk.db');
  const store = await openStore({ file, now });
  await applied(store, [
    ...opening(1),
    { act: 'journal', ticket: ticketNo(1), actor: { kind: 'desk' }, event: 'opened', data: {} },
  ]);
  await store.close();
  return file;
}

test('the journal refuses to be changed, whoever asks', async () => {
  const database = await connect(await filled(), 'write', 0);
  for (const deed of ["update journal set event = 'never'", 'delete from journal', 'replace into journal select * from journal'])
    expect(() => database.exec(deed)).toThrow();
  expect(database.prepare('select event from journal').pluck().all()).toEqual(['opened']);
  database.close();
});

test.each([
  ['journal_mode', 'wal'],
  ['synchronous', 2], // FULL
  ['foreign_keys', 1],
])('commits are durable and whole: %s', async (setting, value) => {
  const database = await connect(await filled(), 'write', 0);
  expect(database.pragma(setting, { simple: true })).toBe(value);
  database.close();
});

test.each([
  ['garbage', (file: string) => writeFileSync(file, 'this was never a database, whatever it is called. '.repeat(100))],
  ['cut short', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
])('F-29: a file that is %s is refused, naming the way back', async (_, damage) => {
  const file = await filled();
  damage(file);
  const opened = openStore({ file, now }).then((store) => store.complaints().finally(store.close));
  await expect(opened).rejects.toMatchObject({
    name: 'StoreCorrupt',
    retry: false,
    message: expect.stringContaining('maildesk restore'),
  });
});

test('F-26: a full disk undoes the transaction, refuses its rest, and is over once there is room', async () => {
  const file = join(newDir(), 'small.db');
  const database = new BetterSqlite(file);
  const db = new Kysely<{ t: { text: string } }>({ dialect: sqliteDialect(database, 'immediate', 0) });
  database.exec('create table t (text text)');
  const most = database.pragma('max_page_count', { simple: true });
  database.pragma('max_page_count = 4');
  const big = db.transaction().execute(async (tx) => {
    await sql`insert into t values ('small')`.execute(tx);
    await expect(sql`insert into t values (${'x'.repeat(100_000)})`.execute(tx)).rejects.toMatchObject({
      name: 'StoreFull',
      retry: true,
    });
    await sql`insert into t values ('after')`.execute(tx).catch(() => {});
    throw new Error('gives up');
  });
  await expect(big).rejects.toThrow();
  expect(database.prepare('select count(*) from t').pluck().get()).toBe(0);
  database.pragma(`max_page_count = ${most}`);
  await db.transaction().execute(async (tx) => await sql`insert into t values ('room again')`.execute(tx));
  expect(database.prepare('select text from t').pluck().all()).toEqual(['room again']);
  await db.destroy();
});
