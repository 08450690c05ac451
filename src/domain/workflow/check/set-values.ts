import { likely } from '../../likely.ts';
import { type Check, factKind } from './context.ts';
import { deedsOf, error } from './places.ts';

/** Finds fields that are set to what they cannot be. */
export const setValues: Check = (workflow, context) =>
  deedsOf(workflow).flatMap(({ deed, path }) =>
    Object.entries(deed.sets).flatMap(([field, value]) => {
      const kind = factKind(field, workflow, context);
      const at = [...path, 'sets', field];
      if (kind?.kind !== 'values' || value === null) return [];
      if (typeof value !== 'string') return [error(at, `${field} is no number that could be counted`)];
      if (kind.values.includes(value)) return [];
      const meant = likely(value, kind.values);
      return [
        error(
          at,
          `${field} is never ${JSON.stringify(value)}${meant === null ? `; it can be ${kind.values.join(', ')}` : `, did you mean \`${meant}\`?`}`,
        ),
      ];
    }),
  );
