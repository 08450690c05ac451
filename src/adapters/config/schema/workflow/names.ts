import { z } from 'zod';

const aName = 'expected a name of letters, digits, - and _, such as set-up';

/** What a process calls its states, asks, fields, groups, checklists and sides. */
export const own = z
  .string({ error: aName })
  .regex(/^[\p{L}][\p{L}\p{N}_-]{0,39}$/u, { error: aName })
  .refine((name) => !(name in {}), { error: aName });

/** One name, or several. */
export const oneOrMore = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item).min(1, { error: 'expected one name or more' })], { error: 'expected a name or a list of names' })
    .transform((given) => (Array.isArray(given) ? given : [given]));
