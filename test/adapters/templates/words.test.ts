import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samples } from '../../../src/adapters/templates/samples/samples.ts';
import { readTemplateFiles } from '../../../src/adapters/templates/template-files.ts';
import { readWords } from '../../../src/adapters/templates/words/words.ts';
import { languages, scratchDir, shippedDir, shippedIn, withOverrides } from './support.ts';

const files = await readTemplateFiles({ shippedDir, overrideDir: null });
const english = readWords(files, 'en');

/** What keys stand for in English by themselves. */
const own = ['fact', 'value'];

test.each(languages)('%s has words for every key, and for no other', (language) => {
  const tables = readWords(files, language);
  expect([...tables.keys()]).toEqual([...english.keys()]);
  for (const [name, table] of english)
    if (!own.includes(name)) expect([...(tables.get(name)?.keys() ?? [])].sort(), name).toEqual([...table.keys()].sort());
});

test('an admin’s own words are laid over the shipped ones key by key', async () => {
  const scratch = await scratchDir();
  const templates = await withOverrides(scratch, { 'es/words.yaml': 'turn:\n  you: Es cosa tuya.\n' });
  const { text } = templates.render('notify-reply', 'es', samples['notify-reply'][0]);
  await rm(scratch, { recursive: true });
  expect(text).toMatch(/Es cosa tuya\. Una respuesta normal va al cliente\./);
});

test.each([
  ['label:\n  take: "Grab it\n', 'error', 3, 1, /^Missing closing "quote$/],
  ['turn:\n  you: [a, b]\n', 'error', 2, 8, /expected words/],
  ['label:\n  tke: Grab it\n', 'stray', 2, 3, /^label has no "tke"; did you mean "take"\?$/],
  ['lable:\n  take: Grab it\n', 'stray', 1, 1, /^there is no table "lable"; did you mean "label"\?$/],
])('a mistake in an admin’s own words is told once: %j', async (content, kind, line, column, message) => {
  const scratch = await scratchDir();
  const templates = await withOverrides(scratch, { 'en/words.yaml': content }, await shippedIn(scratch, 'en', 'es'));
  const found = templates.check(['es']);
  await rm(scratch, { recursive: true });
  expect(found).toEqual([expect.objectContaining({ kind, line, column, message: expect.stringMatching(message) })]);
});

test('every event that the journal may hold has words', async () => {
  const folder = new URL('../../../src/domain', import.meta.url).pathname;
  const sources = (await readdir(folder, { recursive: true })).filter((name) => /^(?!workflow.draw).*\.ts$/.test(name));
  const texts = await Promise.all(sources.map((name) => readFile(join(folder, name), 'utf8')));
  const events = new Set(texts.flatMap((text) => Array.from(text.matchAll(/\bevent: '([a-z-]+)'/g), ([, event]) => event ?? '')));
  expect(events.size).toBeGreaterThan(20);
  expect([...events].filter((event) => english.get('event')?.has(event) !== true)).toEqual([]);
});

test('every fact of a ticket has a label in other languages', () => {
  const labels = [...(readWords(files, 'es').get('fact')?.keys() ?? [])];
  for (const language of languages.filter((one) => one !== 'en'))
    expect(
      labels.filter((label) => readWords(files, language).get('fact')?.has(label) !== true),
      language,
    ).toEqual([]);
});
