import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the project: its path from the root, with slashes. */
export type SourceFile = { path: string; text: string };
/** `to` as it is written: a package, or a path. `at` counts lines from 1. */
export type Import = { file: string; to: string; at: number };

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** All TypeScript of the program itself. */
export function programFiles(): SourceFile[] {
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return paths.map((path) => read(`src/${path.replaceAll('\\', '/')}`));
}

/**
 * What the project would hand to somebody else, as text, mails left out: those are kept as they came. Asks git; a copy
 * without its history is taken whole, but for what no version would hold.
 */
export function trackedFiles(): SourceFile[] {
  const kept = (path: string) => !/\.(eml|png|jpg|gif|pdf|ico)$/.test(path) && !path.startsWith('test/mails/');
  return listed()
    .filter((path) => kept(path) && existsSync(join(root, path)))
    .map(read);
}

/** Everything a file imports: static or dynamic, types too, and modules named for a worker. */
export function importsOf({ path, text }: SourceFile): Import[] {
  return forms
    .flatMap((form) => [...text.matchAll(form)])
    .map((found) => ({ file: path, to: found[1] ?? '', at: text.slice(0, found.index).split('\n').length }));
}

/** Where a relative import leads, from the root: `src/domain/mail.ts`. */
export const target = ({ file, to }: Import): string => posix.join(posix.dirname(file), to);

export const isRelative = ({ to }: Import): boolean => to.startsWith('.');

/** Anchored to the start of a line where a comment or a text could look alike. */
const forms = [
  /^[ \t]*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^[ \t]*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require|import\.meta\.resolve)\s*\(\s*['"`]([^'"`]+)['"`]/g,
  /\bnew URL\(\s*['"`]([^'"`]+\.[cm]?[jt]s)['"`]\s*,\s*import\.meta\.url/g,
];

function listed(): string[] {
  if (!existsSync(join(root, '.git'))) {
    const ours = (path: string) => !/^(node_modules|\.runtime|data|coverage)\//.test(path);
    const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return all.map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name))).filter(ours);
  }
  // A clone that belongs to another user is still ours to read.
  const list = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return list.split('\0').filter(Boolean);
}

const read = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') });
