import { type Import, importsOf, isRelative, type SourceFile, target } from './source-files.ts';

/** What is wrong, a line each, ready to be read: empty is good. */
export type Complaints = string[];

/** The floors of the house, lowest first. */
const floors = ['domain', 'adapters', 'app', 'cli', 'main.ts'];
const floor = (path: string) => (path.startsWith('src/') ? floors.indexOf(path.split('/')[1] ?? '') : -1);

/** Vendors that the domain may know; it knows nothing of Node. */
const domainMayKnow = ['zod', 'temporal-polyfill', 'dinero.js'];

/** The only file that names concrete adapters. */
const composer = 'src/app/compose.ts';

const wall = 250;

/** Imports go down, never up, never out of `src`; every file lives on a floor. */
export function upwardImports(files: readonly SourceFile[]): Complaints {
  const homeless = files.filter(({ path }) => floor(path) < 0).map(({ path }) => `${path}: lives on no floor`);
  const upward = imports(files).filter(
    (one) => isRelative(one) && (floor(target(one)) < 0 || floor(target(one)) > floor(one.file)),
  );
  return [...homeless, ...upward.map((one) => complain(one, 'imports go down the house, never up or out'))];
}

/** The domain takes values and gives values: no Node, no vendor but three. */
export function domainOutsiders(files: readonly SourceFile[]): Complaints {
  const isKnown = ({ to }: Import) => domainMayKnow.some((name) => to === name || to.startsWith(`${name}/`));
  const outsiders = imports(files).filter((one) => floor(one.file) === 0 && !isRelative(one) && !isKnown(one));
  return outsiders.map((one) => complain(one, `the domain knows only ${domainMayKnow.join(', ')}`));
}

/** Time, chance and the process are arguments of the domain, never its own reading. */
export function domainReadings(files: readonly SourceFile[]): Complaints {
  const readings =
    /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|randomUUID\(|Temporal\.Now\b|process\.|setTimeout\()/;
  return files
    .filter(({ path }) => floor(path) === 0)
    .flatMap(({ path, text }) => linesOf(withoutComments(text)).map((line, i) => ({ path, line, at: i + 1 })))
    .filter(({ line }) => readings.test(line))
    .map(({ path, line, at }) => `${path}:${at}: ${readings.exec(line)?.[1]}: time, chance and the process come in as arguments`);
}

/** An adapter folder never leans on another. */
export function sidewaysImports(files: readonly SourceFile[]): Complaints {
  const room = (path: string) => path.split('/')[2];
  const sideways = imports(files).filter(
    (one) => isRelative(one) && floor(one.file) === 1 && floor(target(one)) === 1 && room(one.file) !== room(target(one)),
  );
  return sideways.map((one) => complain(one, 'adapters do not know each other'));
}

/** Above the adapters, one file names them; types too. */
export function namedAdapters(files: readonly SourceFile[]): Complaints {
  const naming = imports(files).filter(
    (one) => isRelative(one) && floor(one.file) > 1 && one.file !== composer && floor(target(one)) === 1,
  );
  return naming.map((one) => complain(one, `only ${composer} names concrete adapters`));
}

/** Small files. */
export function tallFiles(files: readonly SourceFile[]): Complaints {
  const height = (text: string) => linesOf(text.replace(/\n$/, '')).length;
  return files
    .filter(({ text }) => height(text) > wall)
    .map(({ path, text }) => `${path}: ${height(text)} lines; the wall is ${wall}`);
}

/** Named exports only: a thing has one name in the whole house. */
export function defaultExports(files: readonly SourceFile[]): Complaints {
  const found = /^[ \t]*export\s+default\b|^[ \t]*export\s*\{[^}]*\bdefault\b[^}]*\}|\bmodule\.exports\b/m;
  return files.filter(({ text }) => found.test(withoutComments(text))).map(({ path }) => `${path}: has a default export`);
}

/** Paths of one person's machine, and hosts of a registry, say nothing to anybody else. */
export function machineWords(files: readonly SourceFile[]): Complaints {
  const words = /(?:^|[^.\w~*])(\/(?:home|Users|root|work|farm)\/[\w.-]+)|(registry\.(?:npmjs|yarnpkg)\.\w+)/;
  return files
    .flatMap(({ path, text }) => linesOf(text).map((line, i) => ({ path, at: i + 1, found: words.exec(line) })))
    .flatMap(({ path, at, found }) => (found ? [`${path}:${at}: ${found[1] ?? found[2]}`] : []));
}

type Lock = { packages: Record<string, { resolved?: string; version?: string }> };

/** The lock file names no registry: a mirror must do as well. */
export const resolvedEntries = ({ packages }: Lock): Complaints =>
  Object.entries(packages).flatMap(([path, { resolved }]) => (resolved ? [`${path}: resolved ${resolved}`] : []));

/** All copies of a package in the tree, with their versions. */
export const copiesOf = (name: string, { packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { version }]) =>
    path.endsWith(`node_modules/${name}`) ? [`${path} ${version}`] : [],
  );

const imports = (files: readonly SourceFile[]): Import[] => files.flatMap(importsOf);
const linesOf = (text: string) => text.split('\n');
const complain = ({ file, at, to }: Import, why: string) => `${file}:${at}: imports ${to}: ${why}`;

/** Comments become blank, line by line, so that line numbers stay. A text that holds `//` loses its end: good enough here. */
function withoutComments(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<!:)\/\/.*$/gm, blank);
}
