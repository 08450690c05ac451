import { z } from 'zod';
import type { Condition } from '../../../../domain/workflow/workflow.ts';

const aValue = 'expected a value';
const value = z.union([z.string({ error: aValue }), z.number({ error: aValue })], { error: aValue }).transform(String);
const values = z
  .union([value, z.array(value).min(1, { error: 'expected one value or more' })], {
    error: 'expected a value or a list of values',
  })
  .transform((given) => (Array.isArray(given) ? given : [given]));

const aCount = { error: 'expected a number' };
const compared = z
  .strictObject({
    not: values.optional().describe('Any value but this one or these'),
    at_least: z.number(aCount).optional().describe('This number or more'),
    at_most: z.number(aCount).optional().describe('This number or less'),
  })
  .refine((given) => Object.keys(given).length === 1, { error: 'expected one of not, at_least and at_most' });

const written = z.union([values, compared], {
  error: 'expected a value, a list of values, present, absent, { not: VALUE }, { at_least: NUMBER } or { at_most: NUMBER }',
});

/** What must hold: a fact each, all of them. */
export const guard = z.record(
  z
    .string()
    .regex(/^[\p{L}][\p{L}\p{N}_-]*(\.[\p{L}\p{N}_-]+)?$/u, { error: 'expected the name of a fact or field, such as contract' }),
  written.transform(conditionOf),
);

function conditionOf(given: z.output<typeof written>): Condition {
  if (Array.isArray(given)) return worded[given.join()] ?? { kind: 'is', oneOf: given };
  if (given.not !== undefined) return { kind: 'not', oneOf: given.not };
  if (given.at_least !== undefined) return { kind: 'at-least', number: given.at_least };
  return { kind: 'at-most', number: given.at_most ?? 0 }; // the only one left: the schema wants exactly one
}

const worded: Readonly<Record<string, Condition>> = { present: { kind: 'present' }, absent: { kind: 'absent' } };
