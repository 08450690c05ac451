import { z } from 'zod';
import { guard } from './guard.ts';
import { oneOrMore, own } from './names.ts';

const aSet = 'expected a value, none to clear it, or a count such as +1';
const set = z
  .union([z.string({ error: aSet }), z.number({ error: aSet })], { error: aSet })
  .transform((given): string | null | { add: number } => {
    const [, add] = /^\+(\d+)$/.exec(String(given)) ?? [];
    if (add !== undefined) return { add: Number(add) };
    return given === 'none' ? null : String(given);
  });

const tell = z.strictObject({
  to: own.describe('The side that is told'),
  text: own.describe('The key of its words in the language files'),
  when: guard.default({}).describe('Only where this holds'),
});

const told = z
  .union([z.record(own, own), z.array(tell)], {
    error: 'expected { SIDE: TEXT } or a list of { to: SIDE, text: TEXT, when: { … } }',
  })
  .transform((given) =>
    Array.isArray(given) ? given : Object.entries(given).map(([to, text]): z.output<typeof tell> => ({ to, text, when: {} })),
  );

/** What an entry or a step does beside moving the ticket. */
export const does = {
  sets: z.record(own, set).default({}).describe('Fields and what they become: a value, none to clear it, +1 to count'),
  asks: oneOrMore(own).default([]).describe('Questions that are put: names under asks'),
  tell: told.default([]).describe('Who is told what: { SIDE: TEXT }, or a list of { to, text, when }'),
  charges: oneOrMore(own).default([]).describe('What is owed from here on: fee, quote, or a kind of hours such as analysis'),
};
