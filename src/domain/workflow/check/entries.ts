import { reasoningOn } from './conditions.ts';
import type { Check } from './context.ts';
import { error } from './places.ts';

/** Finds a way in that is not there for everybody, and entries that come too late. */
export const entriesInOrder: Check = (workflow, context) => {
  const { implies } = reasoningOn(workflow, context);
  const { entries } = workflow;
  const last = entries.length - 1;
  const wanting = Object.keys(entries.at(-1)?.needs ?? {});
  return [
    ...entries.flatMap(({ needs }, at) => {
      const before = entries.slice(0, at).findIndex((earlier) => implies(needs, earlier.needs));
      return before < 0 ? [] : [error(['entry', at], `nothing begins here: entry[${before}] always holds before it does`)];
    }),
    ...(wanting.length === 0
      ? []
      : [
          error(
            ['entry', last, 'needs'],
            `the last entry takes whatever is left, so it needs nothing; found ${wanting.join(', ')}`,
          ),
        ]),
  ];
};
