import type { Check } from './context.ts';
import { noSuch } from './no-such.ts';
import { error, warning } from './places.ts';

/** Finds groups that no state is in, and checklists that are called like a field. */
export const unknownGroups: Check = ({ states, options: { repliesToCustomer }, fields, checklists }) => {
  const groups = [...new Set(Object.values(states).flatMap(({ group }) => group ?? []))];
  return [
    ...repliesToCustomer.flatMap((group, at) =>
      groups.includes(group) ? [] : [error(['options', 'replies_to_customer', at], noSuch('group', group, groups))],
    ),
    ...Object.keys(checklists)
      .filter((name) => Object.hasOwn(fields, name))
      .map((name) => ({
        ...warning(['checklists', name], `a field is called ${name} too; a condition on it means the field`),
        isAboutKey: true as const,
      })),
  ];
};
