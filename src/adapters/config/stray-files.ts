import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { likely } from '../../domain/likely.ts';
import type { Complaint } from './complaint.ts';
import { schemas } from './schema/files.ts';

const read = Object.keys(schemas).map((name) => `${name}.yaml`);

/** Warns of files that look as if they were meant to be read: `custmers.yaml`, `people.yml`, `workflows/own.yml`. */
export async function strayFiles(dir: string): Promise<Complaint[]> {
  const names = await namesIn(dir);
  const absent = read.filter((name) => !names.includes(name));
  const misspelt = names.flatMap((name) => {
    const meant = isYaml(name) && !read.includes(name) ? likely(withEnding(name), absent) : null;
    return meant === null ? [] : [stray(join(dir, name), meant)];
  });
  const processes = (await namesIn(join(dir, 'workflows'))).filter((name) => extname(name) === '.yml');
  return [...misspelt, ...processes.map((name) => stray(join(dir, 'workflows', name), withEnding(name)))];
}

const namesIn = (dir: string): Promise<string[]> => readdir(dir).catch((): string[] => []);
const isYaml = (name: string) => ['.yaml', '.yml'].includes(extname(name));
const withEnding = (name: string): string => name.replace(/\.yml$/, '.yaml');

const stray = (file: string, meant: string): Complaint => ({
  ...{ file, line: 1, column: 1, path: '' },
  message: `this file is not read, did you mean \`${meant}\`?`,
});
