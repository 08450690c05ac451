import { z } from 'zod';
import type { Path } from './complaint.ts';

/** The JSON Schema of a file: what editors complete from, and what complaints look names and descriptions up in. */
export type Shape = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of what an admin may write, before defaults and readings. */
export const shapeOf = (schema: z.ZodType): Shape => z.toJSONSchema(schema, { io: 'input' });

/** The keys known at a path; empty where any name may stand. */
export const knownKeys = (shape: Shape, path: Path): string[] =>
  shapesAt(shape, path).flatMap(({ properties }) => Object.keys(properties ?? {}));

/** What a setting is for; `null` where nothing is known of it. */
export const descriptionOf = (shape: Shape, path: Path): string | null =>
  shapesAt(shape, path).find(({ description }) => description)?.description ?? null;

/** The sections that know a key, for one that stands in the wrong place: `mailboxes[].imap`. */
export function homesOf(shape: Shape, key: string, at = ''): string[] {
  return alternatives(shape).flatMap(({ properties = {}, items, additionalProperties }) => [
    ...(at !== '' && key in properties ? [at] : []),
    ...Object.entries(properties).flatMap(([name, below]) => inside(below, key, at === '' ? name : `${at}.${name}`)),
    ...inside(items, key, `${at}[]`),
    ...inside(additionalProperties, key, `${at}.NAME`),
  ]);
}

const inside = (below: unknown, key: string, at: string) => (isShape(below) ? homesOf(below, key, at) : []);

function shapesAt(shape: Shape, path: Path): Shape[] {
  const here = alternatives(shape);
  const [step, ...rest] = path;
  if (step === undefined) return here;
  const below = here.map(({ properties, items, additionalProperties }) =>
    typeof step === 'number' ? items : (properties?.[step] ?? additionalProperties),
  );
  return below.filter(isShape).flatMap((next) => shapesAt(next, rest));
}

const alternatives = (shape: Shape): Shape[] => [shape, ...(shape.anyOf ?? []).filter(isShape).flatMap(alternatives)];

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);
