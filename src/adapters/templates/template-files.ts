import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every template file by its place (`en/reply.hbs`, `en/workflows/quote-first.yaml`); an admin's own stands in for the shipped one of the same place. */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

/** `under`: the shipped file whose place an admin's own took. */
export type TemplateFile = { file: string; content: string; under?: TemplateFile | undefined };

/**
 * Reads the shipped templates and, file by file, the overrides.
 *
 * @throws where a directory or file cannot be read
 */
export async function readTemplateFiles(dirs: { shippedDir: string; overrideDir: string | null }): Promise<TemplateFiles> {
  const shipped = await readTree(dirs.shippedDir);
  const own = dirs.overrideDir === null ? [] : await readTree(dirs.overrideDir);
  const under = new Map(shipped);
  return new Map([...shipped, ...own.map(([key, found]) => [key, { ...found, under: under.get(key) }] as const)]);
}

async function readTree(dir: string): Promise<[string, TemplateFile][]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const perFolder = await Promise.all(
    folders.flatMap(({ name }) => [readFolder(dir, name), readFolder(dir, `${name}/workflows`)]),
  );
  return perFolder.flat();
}

async function readFolder(dir: string, folder: string): Promise<[string, TemplateFile][]> {
  const names = (await namesIn(join(dir, folder))).filter((name) => /\.(hbs|css|yaml)$/.test(name));
  return Promise.all(
    names.map(async (name) => {
      const file = join(dir, folder, name);
      return [`${folder}/${name}`, { file, content: await readFile(file, 'utf8') }] as const satisfies [string, unknown];
    }),
  ).then((entries) => entries.map(([key, value]) => [key, value]));
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
