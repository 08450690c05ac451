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
  const withEnv = fillEnv(tree.value, [], env, (path, message) => complaints.push(at(path, message)));
  const value = await fillFiles(withEnv, [], dirname(tree.file), (path, message) => {
    (missingPasswordIsFine(path) ? warnings : complaints).push(at(path, message));
  });
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

async function fillFiles(value: unknown, path: Path, folder: string, complain: Complain): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item, i) => fillFiles(item, [...path, i], folder, complain)));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(async ([key, item]): Promise<[string, unknown]> => {
    const below = [...path, key];
    if (!isSecretFileKey(key) || typeof item !== 'string') return [key, await fillFiles(item, below, folder, complain)];
    const target = secretKeyOf(key);
    if (target in value) complain(below, `expected ${target} or ${key}, not both`);
    return [target, await secretFrom(resolve(folder, item), (message) => complain(below, message))];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Empty when there is none: the complaint has been made, and the schema need not make it again. */
async function secretFrom(file: string, complain: (message: string) => void): Promise<string> {
  try {
    const content = (await readFile(file, 'utf8')).trim();
    if (content === '') complain(`the file ${file} is empty; expected the secret in it`);
    return content;
  } catch (error) {
    complain(unreadable(file, codeOf(error)));
    return '';
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
