import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as guard from './support/architecture.ts';
import { importsOf, programFiles, root, trackedFiles } from './support/source-files.ts';

const rules = {
  'imports go down the house, never up': guard.upwardImports,
  'the domain touches neither Node nor a vendor': guard.domainOutsiders,
  'the domain reads no clock, no dice, no process': guard.domainReadings,
  'adapters do not know each other': guard.sidewaysImports,
  'only compose.ts names concrete adapters': guard.namedAdapters,
  'no file is taller than the wall': guard.tallFiles,
  'nothing is exported as default': guard.defaultExports,
};
type Rule = keyof typeof rules;

describe('the house', () => {
  const files = programFiles();

  test('has files on its floors: a guard that looks at nothing guards nothing', () => {
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(10);
    expect(trackedFiles().length).toBeGreaterThan(10);
  });

  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(files)).toEqual([]);
  });

  test('what is handed out names no machine and no registry', () => {
    expect(guard.machineWords(trackedFiles())).toEqual([]);
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

  test('names packages', () => expect(Object.keys(lock.packages).length).toBeGreaterThan(10));
  test('names no registry', () => expect(guard.resolvedEntries(lock)).toEqual([]));
  test('holds one nodemailer: two address parsers would disagree (A12)', () => {
    expect(guard.copiesOf('nodemailer', lock)).toHaveLength(1);
  });
});

describe('each guard can fail', () => {
  const planted: [Rule, string, string][] = [
    ['imports go down the house, never up', 'src/domain/a.ts', "import { b } from '../app/b.ts';"],
    ['imports go down the house, never up', 'src/adapters/store/a.ts', "import type { b } from '../../cli/b.ts';"],
    ['imports go down the house, never up', 'src/app/a.ts', "export {\n  b,\n} from '../cli/b.ts';"],
    ['imports go down the house, never up', 'src/app/a.ts', "const b = await import('../main.ts');"],
    ['imports go down the house, never up', 'src/app/a.ts', "import '../../test/support/until.ts';"],
    ['imports go down the house, never up', 'src/util/a.ts', ''],
    ['the domain touches neither Node nor a vendor', 'src/domain/a.ts', "import { readFile } from 'node:fs';"],
    ['the domain touches neither Node nor a vendor', 'src/domain/a.ts', "import type { Kysely } from 'kysely';"],
    ['the domain touches neither Node nor a vendor', 'src/domain/match/a.ts', "const c = require('crypto');"],
    ['the domain reads no clock, no dice, no process', 'src/domain/a.ts', 'const now = Date.now();'],
    ['the domain reads no clock, no dice, no process', 'src/domain/a.ts', 'const home = process.env.HOME;'],
    ['adapters do not know each other', 'src/adapters/email/a.ts', "import { b } from '../store/b.ts';"],
    ['adapters do not know each other', 'src/adapters/email/a/b.ts', "new Worker(new URL('../../store/b.ts', import.meta.url))"],
    ['only compose.ts names concrete adapters', 'src/app/journey/7-store.ts', "import { b } from '../../adapters/store/b.ts';"],
    ['only compose.ts names concrete adapters', 'src/cli/check.ts', "import type { b } from '../adapters/config/b.ts';"],
    ['only compose.ts names concrete adapters', 'src/main.ts', "import { b } from './adapters/config/b.ts';"],
    ['no file is taller than the wall', 'src/app/a.ts', 'a();\n'.repeat(251)],
    ['nothing is exported as default', 'src/app/a.ts', 'export default function a() {}'],
    ['nothing is exported as default', 'src/app/a.ts', 'export { a as default };'],
  ];

  test.each(planted)('%s: %s', (name, path, text) => {
    expect(rules[name]([{ path, text }])).toHaveLength(1);
  });

  test.each<[Rule, string, string]>([
    ['imports go down the house, never up', 'src/main.ts', "import { a } from './cli/a.ts';\nimport { b } from './domain/b.ts';"],
    ['the domain touches neither Node nor a vendor', 'src/domain/a.ts', "import { EUR } from 'dinero.js/currencies';"],
    ['the domain reads no clock, no dice, no process', 'src/domain/a.ts', '/** Not Date.now(). */\nconst at = new Date(now);'],
    ['adapters do not know each other', 'src/adapters/email/a.ts', "import { b } from './imap/b.ts';"],
    ['only compose.ts names concrete adapters', 'src/app/compose.ts', "import { b } from '../adapters/store/b.ts';"],
    ['no file is taller than the wall', 'src/app/a.ts', 'a();\n'.repeat(250)],
    ['nothing is exported as default', 'src/app/a.ts', "export const a = 'default';"],
  ])('%s: and lets be what is right in %s', (name, path, text) => {
    expect(rules[name]([{ path, text }])).toEqual([]);
  });

  test('machine words', () => {
    const text = ['see /ho', 'me/asha/desk\nfrom /wo', 'rk/main\n"https://registry.npm', 'js.org/zod"'].join('');
    expect(guard.machineWords([{ path: 'README.md', text }])).toHaveLength(3);
    expect(guard.machineWords([{ path: 'README.md', text: 'https://a.example/home/page, ./work/x, /etc/passwd' }])).toEqual([]);
  });

  test('the lock file', () => {
    const packages = {
      'node_modules/nodemailer': { version: '10.6.0', resolved: 'x' },
      'node_modules/mailauth/node_modules/nodemailer': { version: '8.0.7' },
    };
    expect(guard.resolvedEntries({ packages })).toHaveLength(1);
    expect(guard.copiesOf('nodemailer', { packages })).toHaveLength(2);
  });
});
