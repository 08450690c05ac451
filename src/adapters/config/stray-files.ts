import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { likely } from '../../domain/likely.ts';
import type { Complaint } from './complaint.ts';
import { schemas } from './schema/files.ts';

const read = Object.keys(schemas).map((name) => `${name}.yaml`);

/** Warns of files that look as if they were meant to be read: `custmers.yaml`, `people.yml`. */
export async function strayFiles(dir: string): Promise<Complaint[]> {
  const names = await readdir(dir).catch((): string[] => []);
  const absent = read.filter((name) => !names.includes(name));
  return names.flatMap((name) => {
    const meant = isYaml(name) && !read.includes(name) ? likely(name.replace(/\.yml$/, '.yaml'), absent) : null;
    const message = `this file is not read, did you mean \`${meant}\`?`;
    return meant === null ? [] : [{ file: join(dir, name), line: 1, column: 1, path: '', message }];
  });
}

const isYaml = (name: string) => ['.yaml', '.yml'].includes(extname(name));
