import { type Complaint, type Path, printPath } from '../complaint.ts';
import type { Tree } from '../read-yaml.ts';

/** One value in one file, with the way back to it. */
export type Place = { tree: Tree; path: Path; value: unknown };

export type FileName = 'helpdesk' | 'people' | 'customers' | 'sla' | 'questionnaires' | 'answers' | 'rates';

/**
 * All files together, as far as they could be read.
 *
 * Checks look at single values instead of whole typed settings, so that a mistake here does not hide one there.
 */
export type World = Readonly<Record<FileName, { tree: Tree; filled: unknown } | 'unreadable' | 'missing'>> & {
  /** Names of the processes. */
  workflows: readonly string[];
  /** Names of the clocks that their states run. */
  clocks: readonly string[];
};

/** What a check found; only errors keep the desk from starting. */
export type Finding = { weight: 'error' | 'warning'; place: Place; message: string };

export type Check = (world: World) => Finding[];

/** Keeps the desk from starting. */
export const error = (place: Place, message: string): Finding => ({ weight: 'error', place, message });
/** Is told, and nothing more. */
export const warning = (place: Place, message: string): Finding => ({ weight: 'warning', place, message });

/** All values whose path fits a pattern such as `people.*.addresses.*`, secrets filled in. */
export function find(world: World, file: FileName, pattern: string): Place[] {
  const part = world[file];
  return typeof part === 'string' ? [] : descend(part.tree, part.filled, [], pattern.split('.'));
}

/** The same as it stands in the file. */
export function findWritten(world: World, file: FileName, pattern: string): Place[] {
  const part = world[file];
  return typeof part === 'string' ? [] : descend(part.tree, part.tree.value, [], pattern.split('.'));
}

/** The value under a key of a place, if it has one. */
export function under(place: Place, ...keys: string[]): Place | undefined {
  return descend(place.tree, place.value, place.path, keys)[0];
}

/** A value as it is compared: in lower case. */
export const textOf = (place: Place | undefined): string | undefined =>
  typeof place?.value === 'string' ? place.value.toLowerCase() : undefined;

/** `config/people.yaml:12:18`, for a complaint that names a second place. */
export function whereIs({ tree, path }: Place): string {
  const { line, column } = tree.positionOf(path);
  return `${tree.file}:${line}:${column}`;
}

/** With the line and column where it stands. */
export function complaintOf({ place: { tree, path }, message }: Finding): Complaint {
  return { file: tree.file, ...tree.positionOf(path), path: printPath(path), message };
}

function descend(tree: Tree, value: unknown, path: Path, pattern: readonly string[]): Place[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return value === null || value === undefined ? [] : [{ tree, path, value }];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries
    .filter(([key]) => step === '*' || step === String(key))
    .flatMap(([key, below]) => descend(tree, below, [...path, key], rest));
}
