import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Complaint, type Path, printPath } from './complaint.ts';
import type { Tree } from './read-yaml.ts';
import { isSecretFileKey, missingPasswordIsFine, secretKeyOf } from './secret-keys.ts';
import { isRecord } from './values.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Filled = { value: unknown; complaints: readonly Complaint[]; warnings: readonly Complaint[] };

/**
 * Fills `${NAME}` from the environment into every text of a tree, and the content of `*_file` into the key it is named for.
 *
 * `$${` stands for a plain `${`. Paths of secret files are relative to the folder of the YAML file.
 */
export async function fill(tree: Tree, env: Environment): Promise<Filled> {
  const complaints: Complaint[] = [];
  const warnings: Complaint[] = [];
  const at = (path: Path, message: string): Complaint => ({
    file: tree.file,
    ...tree.positionOf(path),
    path: printPath(path),
    message,
  });
  const value = fillEnv(tree.value, [], env, (path, message) => complaints.push(at(path, message)));
  for (const found of secretFilesIn(value, [])) {
    const mend = await fillFile(found, dirname(tree.file));
    const isMild = mend.kind === 'unreadable' && missingPasswordIsFine(found.path);
    if (mend.kind !== 'filled') (isMild ? warnings : complaints).push(at(found.path, mend.message));
  }
  return { value, complaints, warnings };
}

type Complain = (path: Path, message: string) => void;

function fillEnv(value: unknown, path: Path, env: Environment, complain: Complain): unknown {
  if (Array.isArray(value)) return value.map((item, i) => fillEnv(item, [...path, i], env, complain));
  if (isRecord(value)) return mapValues(value, (item, key) => fillEnv(item, [...path, key], env, complain));
  return typeof value === 'string' ? fillText(value, env, (message) => complain(path, message)) : value;
}

const reference = /\$(\$\{|\{([^}]*)\}|\{)/g;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

function fillText(text: string, env: Environment, complain: (message: string) => void): string {
  return text.replace(reference, (whole: string, inner: string, name: string | undefined) => {
    if (inner === '${') return '${';
    if (name === undefined || !variableName.test(name)) {
      complain(`expected $\{NAME}, the name of an environment variable in braces (a plain $\{ is written $$\{)`);
      return whole;
    }
    const found = env[name];
    if (found === undefined || found === '')
      complain(`the environment variable ${name} is ${found === '' ? 'empty' : 'not set'}`);
    return found ?? whole;
  });
}

/** A `password_file: …` in a tree that is ours to change. */
type SecretFile = { section: Record<string, unknown>; key: string; file: string; path: Path };

function secretFilesIn(value: unknown, path: Path): SecretFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, below]) => {
    const at = [...path, key];
    const isFile = isRecord(value) && typeof key === 'string' && isSecretFileKey(key) && typeof below === 'string';
    return isFile ? [{ section: value, key, file: below, path: at }] : secretFilesIn(below, at);
  });
}

type Mend = { kind: 'filled' } | { kind: 'unreadable' | 'ambiguous'; message: string };

/** Puts the secret where the schema looks for it; an empty one where there is none, so that it is complained about once. */
async function fillFile({ section, key, file }: SecretFile, folder: string): Promise<Mend> {
  const target = secretKeyOf(key);
  if (target in section) return { kind: 'ambiguous', message: `expected ${target} or ${key}, not both` };
  const path = resolve(folder, file);
  const read = await secretIn(path);
  delete section[key];
  section[target] = read.secret;
  return read.why === null ? { kind: 'filled' } : { kind: 'unreadable', message: read.why };
}

async function secretIn(file: string): Promise<{ secret: string; why: string | null }> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    return { secret, why: secret === '' ? `the file ${file} is empty; expected the secret in it` : null };
  } catch (error) {
    return { secret: '', why: unreadable(file, codeOf(error)) };
  }
}

function unreadable(file: string, code = 'unknown error'): string {
  if (code === 'ENOENT') return `there is no file ${file}; write the secret there, readable for the desk only`;
  if (code === 'EACCES') return `the file ${file} may not be read by this user; give it the right owner and mode 600`;
  return `the file ${file} cannot be read (${code})`;
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : undefined);

const mapValues = (record: Record<string, unknown>, change: (value: unknown, key: string) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
