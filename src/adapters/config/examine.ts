import type { z } from 'zod';
import { type Complaint, printPath } from './complaint.ts';
import { type Environment, fill } from './fill.ts';
import { shapeOf } from './json-shape.ts';
import { describeMistake, expectation } from './mistake-words.ts';
import { type Mistake, mistakesOf } from './mistakes.ts';
import type { Tree } from './read-yaml.ts';

/** One file, filled and held against its schema. */
export type Examined<T> = {
  tree: Tree;
  filled: unknown;
  /** Missing while there is a mistake. */
  data: T | undefined;
  complaints: readonly Complaint[];
  warnings: readonly Complaint[];
};

/** Fills in the secrets of one file and finds every mistake its schema knows of. */
export async function examine<S extends z.ZodType>(schema: S, tree: Tree, env: Environment): Promise<Examined<z.output<S>>> {
  const { value: filled, complaints: unfilled, warnings } = await fill(tree, env);
  const result = schema.safeParse(filled ?? {}, { error: expectation });
  if (result.success) return { tree, filled, data: result.data, complaints: unfilled, warnings };

  const shape = shapeOf(schema);
  const told = new Set(unfilled.map(({ path }) => path));
  const complaints = result.error.issues
    .flatMap((issue) => mistakesOf(issue))
    .map((mistake) => complaintOf(tree, mistake, describeMistake(mistake, { tree, filled, shape })))
    .filter(({ path }) => !told.has(path)); // an unset variable has no value to judge
  return { tree, filled, data: undefined, complaints: [...unfilled, ...complaints], warnings };
}

function complaintOf(tree: Tree, { path, isAboutKey }: Mistake, message: string): Complaint {
  return { file: tree.file, ...(isAboutKey ? tree.keyPositionOf(path) : tree.positionOf(path)), path: printPath(path), message };
}
