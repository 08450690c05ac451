import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../src/adapters/config/load-config.ts';
import { schemaFiles } from '../../../src/adapters/config/schema-files.ts';
import { smallest, verdictOn } from './folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const files = ['helpdesk', 'people', 'customers', 'sla', 'rates'];

test('the shipped configuration is right, and needs no account', async () => {
  const loaded = await loadConfig(join(root, 'config'), {});
  expect(loaded).toMatchObject({
    kind: 'ok',
    settings: {
      mailboxes: [],
      listen: { smtp: { host: '127.0.0.1', port: 2525 } },
      outgoing: { transport: { kind: 'maildir', dir: 'data/outgoing' } },
      people: [{ handle: 'you' }, { handle: 'maria' }],
      customers: [{ id: 'globex' }],
    },
  });
  // Before the first start there is no password file yet.
  expect(loaded.warnings.filter(({ path }) => path !== 'people[0].password_file')).toEqual([]);
});

test('the example of a company is right', async () => {
  const env = { IMAP_PASSWORD: 'a', M365_TENANT: 'b', M365_CLIENT_ID: 'c', M365_CLIENT_SECRET: 'd' };
  expect(await loadConfig(join(root, 'examples', 'company'), env)).toMatchObject({ kind: 'ok', warnings: [] });
});

test.each(schemaFiles())('config/schema/$name is up to date (else: npm run schemas)', async ({ name, text }) => {
  expect(await readFile(join(root, 'config', 'schema', name), 'utf8')).toBe(text);
});

test.each(files)('%s.yaml tells editors its schema', async (name) => {
  const shipped = await readFile(join(root, 'config', `${name}.yaml`), 'utf8');
  expect(shipped.split('\n')[0]).toBe(`# yaml-language-server: $schema=schema/${name}.schema.json`);
  const example = await readFile(join(root, 'examples', 'company', `${name}.yaml`), 'utf8');
  expect(example.split('\n')[0]).toBe(`# yaml-language-server: $schema=../../config/schema/${name}.schema.json`);
});

const processes = (await readdir(join(root, 'config', 'workflows'))).filter((name) => name.endsWith('.yaml'));

test.each(processes)('workflows/%s tells editors its schema, and nothing in it looks like a slip', async (name) => {
  const text = await readFile(join(root, 'config', 'workflows', name), 'utf8');
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schema/workflow.schema.json');
  const { complaints, warnings } = await verdictOn({ 'helpdesk.yaml': smallest, [`workflows/${name}`]: text });
  expect([...complaints, ...warnings]).toEqual([]);
});

test('every key explains itself to an editor', () => {
  const bare = schemaFiles().flatMap(({ name, text }) => undescribed(JSON.parse(text), name));
  expect(bare).toEqual([]);
});

function undescribed(shape: unknown, at: string): string[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const properties = 'properties' in shape && typeof shape.properties === 'object' ? Object.entries(shape.properties ?? {}) : [];
  const bare = properties.filter(([, below]) => !('description' in below)).map(([key]) => `${at}.${key}`);
  return [
    ...bare,
    ...Object.entries(shape).flatMap(([key, below]) => (key === 'default' ? [] : undescribed(below, `${at}.${key}`))),
  ];
}
