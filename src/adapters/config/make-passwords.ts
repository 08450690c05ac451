import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * Makes the passwords of associates whose `password_file` names a file that is not there yet, readable by us alone.
 * What cannot be read or made is left to `check`, which says it better.
 *
 * @returns the files made
 */
export async function makePasswords(dir: string): Promise<string[]> {
  const made: string[] = [];
  for (const file of await passwordFiles(dir)) {
    const path = resolve(dir, file);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, `${randomBytes(12).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
      made.push(path);
    } catch {}
  }
  return made;
}

async function passwordFiles(dir: string): Promise<string[]> {
  try {
    const { people } = parse(await readFile(join(dir, 'people.yaml'), 'utf8')) as { people: { password_file?: unknown }[] };
    return people.flatMap(({ password_file: file }) => (typeof file === 'string' ? [file] : []));
  } catch {
    return [];
  }
}
