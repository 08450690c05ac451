import { z } from 'zod';

/** A list; an empty key (all its rows commented out) is an empty list. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => value ?? [], z.array(item, { error: 'expected a list' })).default([]);

/** A mapping from names to things of one shape; an empty key is an empty mapping. */
export const named = <T extends z.ZodType>(key: z.core.$ZodRecordKey, item: T) =>
  z.preprocess((value) => value ?? {}, z.record(key, item)).default({});

/** A section with keys of its own; an empty or missing one takes all defaults. */
export const section = <T extends z.ZodRawShape>(shape: T) =>
  z.preprocess((value) => value ?? {}, z.strictObject(shape)).prefault({});

/** A key that may be left out: `null` then. */
export const optional = <T extends z.ZodType>(inner: T) => inner.optional().transform((value) => value ?? null);

/** A secret, to be filled from the environment. */
export const secretValue = (what: string) =>
  z.string({ error: 'expected text' }).optional().describe(`${what}, as "\${NAME}" from the environment`);

/** The other way to give the same secret; it is read into the key without `_file` before the schema sees it. */
export const secretFile = (what: string) =>
  z
    .string({ error: 'expected a file name' })
    .optional()
    .describe(`${what}: a file that holds it, relative to the folder of this file`);
