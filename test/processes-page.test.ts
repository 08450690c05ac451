import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const conversations = join(root, 'test', 'conversations', 'processes');
const page = readFileSync(join(root, 'docs', 'processes.md'), 'utf8');

/** Sections of the page by the process they are about. */
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ process: text.slice(0, text.indexOf('\n')), rows: rowsOf(text) }));

test.each(sections)(
  'docs/processes.md: every line on $process names a story or conversation that is there',
  ({ process, rows }) => {
    const known = [...storiesOf(process), ...conversationsOf(process)];
    const named = rows.map(({ says, played }) => ({
      says,
      names: [...played.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name),
    }));
    expect(named.filter(({ names }) => names.length === 0).map(({ says }) => says)).toEqual([]);
    expect(named.flatMap(({ names }) => names).filter((name) => !known.includes(name))).toEqual([]);
  },
);

test.each(sections)('docs/processes.md: every story and conversation of $process plays a line of it', ({ process, rows }) => {
  const played = rows.map((row) => row.played).join();
  expect([...storiesOf(process), ...conversationsOf(process)].filter((name) => !played.includes(`“${name}”`))).toEqual([]);
});

function rowsOf(text: string): { says: string; played: string }[] {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| The description says') && !line.startsWith('| ---'));
  return rows.map((row) => {
    const cells = row.split(/(?<!\\)\|/);
    return { says: cells[1]?.trim() ?? '', played: cells[3]?.trim() ?? '' };
  });
}

const storiesOf = (process: string): string[] =>
  readFileSync(join(root, 'test', 'domain', 'workflow', 'stories', `${process}.txt`), 'utf8')
    .trim()
    .split(/\n\n+/)
    .map((story) => story.split('\n', 1)[0] ?? '');

/** Titles of the tests of a process. */
const conversationsOf = (process: string): string[] =>
  filesIn(conversations)
    .filter((file) => file.startsWith(process))
    .flatMap((file) => [
      ...readFileSync(join(conversations, file), 'utf8').matchAll(/^test(?:\.concurrent)?\(\s*'((?:[^'\\]|\\.)+)'/gm),
    ])
    .map(([, title = '']) => title.replaceAll("\\'", "'"));

const filesIn = (dir: string): string[] => {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
};
