import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../src/adapters/store/migrations/list.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { asked } from '../support/asked.ts';
import { scratch } from '../support/scratch.ts';
import { root } from '../support/source-files.ts';
import { monday } from '../support/store-facts.ts';

const newDir = scratch();
const first = join(root, 'examples', 'first-mail.eml');

const looking: readonly [string, readonly string[], Record<string, unknown>][] = [
  ['tickets', [], {}],
  ['ticket', ['1001'], {}],
  ['outbox', [], {}],
  ['outbox', [], { show: '1' }],
  ['held', [], {}],
  ['why', ['<first-mail@globex.example>'], {}],
];

test.each(looking)('%s %j where no desk has run: says so, and makes nothing', async (name, args, options) => {
  const data = join(newDir(), 'data');
  const { code, out, err } = await asked(name, args, options, { data });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe(`${data}: no desk has run here: start it (maildesk start), or name its data directory with --data\n`);
  expect(existsSync(data)).toBe(false);
});

test.each([
  ['explain', [first]],
  ['keys', []],
])('%s where no desk has run: answers all the same, and makes nothing', async (name, args) => {
  const data = join(newDir(), 'data');
  expect((await asked(name, args, {}, { data })).code).toBe(0);
  expect(existsSync(data)).toBe(false);
});

test.each([...looking, ['explain', [first], {}] as const])(
  '%s %j on a database of an older program: says what to do, and leaves it as it is',
  async (name, args, options) => {
    const data = newDir();
    const file = join(data, 'maildesk.db');
    const old = await openStore({ file, now: () => monday, migrations: migrations.slice(0, -1) });
    await old.close();
    const { code, err } = await asked(name, args, options, { data });
    expect(code).toBe(1);
    expect(err).toMatch(/the database is of an older Maildesk \(schema \d+; this program knows \d+\): start the desk once/);
    const kept = new BetterSqlite(file, { readonly: true });
    expect(kept.prepare('select max(number) from schema_versions').pluck().get()).toBe(migrations.length - 1);
    kept.close();
    expect(readdirSync(data).filter((one) => !/^maildesk\.db/.test(one))).toEqual([]);
  },
);

test('looking at a desk changes no file of it, and reads its mails', async () => {
  const data = join(newDir(), 'data');
  await asked('deliver', [first], {}, { data });
  const bytes = () => readFileSync(join(data, 'maildesk.db')).toString('base64');
  const before = bytes();
  const names = readdirSync(data, { recursive: true }).toSorted();
  expect((await asked('tickets', [], {}, { data })).out).toContain('HD-1001');
  expect((await asked('why', ['first-mail@globex.example'], {}, { data })).out).toContain('HD-1001');
  expect((await asked('outbox', [], { show: '1' }, { data })).code).toBe(0);
  expect((await asked('explain', [first], {}, { data })).code).toBe(0);
  expect(readdirSync(data, { recursive: true }).toSorted()).toEqual(names);
  expect(bytes() === before).toBe(true);
});
