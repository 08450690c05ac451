import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { World } from './checks/world.ts';
import type { Complaint } from './complaint.ts';
import { examine } from './examine.ts';
import type { Environment } from './fill.ts';
import { readYaml } from './read-yaml.ts';

/** One file of the configuration, as far as it could be read. */
export type Part<T> = {
  file: string;
  world: World['helpdesk'];
  /** Missing while there is a complaint. */
  data: T | undefined;
  complaints: readonly Complaint[];
  warnings: readonly Complaint[];
};

/** Reads one file; a missing one is an empty one, where its schema allows that. */
export async function readPart<S extends z.ZodType>(schema: S, file: string, env: Environment): Promise<Part<z.output<S>>> {
  const failed = (world: Part<never>['world'], complaints: readonly Complaint[]) => ({
    file,
    world,
    data: undefined,
    complaints,
    warnings: [],
  });

  const content = await textOf(file);
  const withNothing = schema.safeParse({});
  if (content.kind === 'missing' && withNothing.success) return { ...failed('missing', []), data: withNothing.data };
  if (content.kind !== 'text') return failed(content.kind, [await whyUnreadable(file, content)]);

  const reading = readYaml(file, content.text);
  if (reading.kind === 'unreadable') return failed('unreadable', reading.complaints);

  const { tree, filled, data, complaints, warnings } = await examine(schema, reading.tree, env);
  return { file, world: { tree, filled }, data, complaints: [...reading.complaints, ...complaints], warnings };
}

type Content = { kind: 'text'; text: string } | { kind: 'missing' } | { kind: 'unreadable'; why: string };

async function textOf(file: string): Promise<Content> {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { kind: 'missing' }
      : { kind: 'unreadable', why: reasons[code] ?? `it cannot be read (${code})` };
  }
}

const reasons: Record<string, string> = {
  EACCES: 'it may not be read by this user; give it the right owner or mode',
  EISDIR: 'expected a file, found a folder',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'expected text in UTF-8; save it with that encoding',
};

async function whyUnreadable(file: string, content: Exclude<Content, { kind: 'text' }>): Promise<Complaint> {
  const at = (message: string) => ({ file, line: 1, column: 1, path: '', message });
  if (content.kind === 'unreadable') return at(content.why);
  const folder = dirname(file);
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return at(
    isThere
      ? 'there is no such file, and it is required; examples/company has one to start from'
      : `there is no folder ${folder}; name the right one with --config DIR; examples/company is one to start from`,
  );
}
