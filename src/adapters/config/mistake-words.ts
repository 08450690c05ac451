import type { z } from 'zod';
import { likely } from '../../domain/likely.ts';
import type { Path } from './complaint.ts';
import { descriptionOf, homesOf, knownKeys, type Shape } from './json-shape.ts';
import type { Mistake } from './mistakes.ts';
import type { Tree } from './read-yaml.ts';
import { isSecret } from './secret-keys.ts';
import { valueAt } from './values.ts';

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
};

/** What the schema wanted, in our words; schemas with words of their own come before it. */
export function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return `expected ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `expected ${alternatives(issue.values.map(String))}`;
  return undefined;
}

/** What a mistake is held against: the file as written, as filled, and what may stand in it. */
type Against = { tree: Tree; filled: unknown; shape: Shape };

/** Says what was expected, what was found and what was probably meant; never a secret. */
export function describeMistake(mistake: Mistake, { tree, filled, shape }: Against): string {
  const { path, kind, message, choices } = mistake;
  if (kind === 'unknown key') return unknownKey(path, shape);
  if (mistake.isAboutKey) return `${message}, got ${quote(String(path.at(-1)))}`;
  if (valueAt(filled, path) === undefined) return `required${describe(descriptionOf(shape, path))}`;

  const written = valueAt(tree.value, path);
  return `${message}, got ${found(written, path)}${advice(message, written, choices)}`;
}

function unknownKey(path: Path, shape: Shape): string {
  const key = String(path.at(-1));
  const known = knownKeys(shape, path.slice(0, -1));
  const meant = likely(key, known);
  if (meant !== null) return `unknown setting, did you mean \`${meant}\`?`;
  const [home] = homesOf(shape, key);
  if (home !== undefined) return `unknown setting here; \`${key}\` belongs under \`${home}\` (check the indentation)`;
  return `unknown setting; known here: ${known.join(', ')}`;
}

const describe = (description: string | null) => (description === null ? '' : `: ${description}`);

function found(value: unknown, path: Path): string {
  if (isSecret(path)) return 'a value that is not shown';
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? quote(value) : String(value);
}

const longest = 60;
const quote = (text: string) => JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);

const booleans: Record<string, string> = { yes: 'true', on: 'true', true: 'true', no: 'false', off: 'false', false: 'false' };

function advice(message: string, value: unknown, choices: readonly string[]): string {
  if (message === 'expected text' && (typeof value === 'number' || typeof value === 'boolean')) return '; put it in quotes';
  if (typeof value !== 'string') return '';
  if (value.includes('${')) return ' (as filled from the environment)';
  const meant = message === 'expected true or false' ? (booleans[value.toLowerCase()] ?? null) : likely(value, choices);
  return meant === null ? '' : `, did you mean \`${meant}\`?`;
}

const alternatives = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
