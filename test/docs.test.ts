import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../scripts/docs/pages.ts';
import { pictures } from '../scripts/screenshots/pictures.ts';
import { commands as commandLine } from '../src/cli/index.ts';
import { trackedFiles } from './support/source-files.ts';

const root = join(import.meta.dirname, '..');

test.each(pages())('docs/$name says what the code says (else: npm run docs)', async ({ name, text }) => {
  expect(await readFile(join(root, 'docs', name), 'utf8')).toBe(text);
});

const handbook = trackedFiles().filter(({ path }) => path.endsWith('.md') && !path.startsWith('test/'));

test.each(handbook.map(({ path, text }) => [path, text] as const))('%s names only commands that exist', (_, text) => {
  const named = [...text.matchAll(/(?:npx |`)maildesk ([a-z]+)/g)].map(([, name]) => name);
  const known = commandLine.map(({ name }) => name);
  expect(named.filter((name) => name !== undefined && !known.includes(name))).toEqual([]);
});

test.each(handbook.map(({ path, text }) => [path, text] as const))('%s links only to what is there', async (path, text) => {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)#\s]+)(#[^)\s]+)?\)/g)];
  for (const [, target = '', anchor] of links) {
    const page = await readFile(join(root, path, '..', target), 'utf8').catch(() => null);
    const isThere = page !== null || trackedFiles().some((file) => join('/', path, '..', target) === join('/', file.path));
    expect(isThere || target.endsWith('/'), `${path}: ${target}`).toBe(true);
    if (anchor !== undefined && page !== null) expect(anchorsOf(page), `${path}: ${target}${anchor}`).toContain(anchor);
  }
});

test('README shows the pictures that npm run screenshots makes, each with words for who does not see it, and no other is kept', async () => {
  const shown = picturesIn(await readFile(join(root, 'README.md'), 'utf8'));
  const made = pictures.map(({ file }) => file).sort();
  expect(shown.map(({ file }) => file).sort()).toEqual(made);
  expect((await readdir(join(root, 'docs', 'pictures'))).sort()).toEqual(made);
  expect(shown.filter(({ words }) => words.split(/\s+/).length < 8)).toEqual([]);
});

test.each(pictures)('docs/pictures/$file is small enough for a page that opens at once', async ({ file }) => {
  const { size } = await stat(join(root, 'docs', 'pictures', file));
  expect(size).toBeLessThan(150_000);
});

/** In Markdown, and as `img` elements. */
function picturesIn(page: string): { file: string; words: string }[] {
  const marked = [...page.matchAll(/!\[((?:[^\]]|\](?!\())*)\]\(docs\/pictures\/([^)]+)\)/g)];
  const elements = [...page.matchAll(/<img [^>]*src="docs\/pictures\/([^"]+)" alt="([^"]*)"/g)];
  return [
    ...marked.map(([, words = '', file = '']) => ({ file, words })),
    ...elements.map(([, file = '', words = '']) => ({ file, words })),
  ];
}

/** As code forges make them from headings. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    const word = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '');
    return `#${word.replace(/ /g, '-')}`;
  });
