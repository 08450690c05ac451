import { holds } from '../guard.ts';
import type { Condition, Guard, Workflow } from '../workflow.ts';
import { type Context, factKind } from './context.ts';
import type { FactKind } from './fact-names.ts';

/**
 * Reasons on conditions by trying values: all that are named, those beside numbers that are named, nothing, and one that is
 * named nowhere. For conditions on one fact at a time, more values would show nothing new.
 */
export type Reasoning = {
  /** Whether something could hold both. */
  agree(one: Guard, other: Guard): boolean;
  /** Whether whatever holds the one holds the other too. */
  implies(one: Guard, other: Guard): boolean;
};

export function reasoningOn(workflow: Workflow, context: Context): Reasoning {
  const tried = (fact: string, conditions: readonly Condition[]) => valuesOf(factKind(fact, workflow, context), conditions);
  return {
    agree: (one, other) =>
      Object.entries(one).every(([fact, condition]) => {
        const beside = Object.hasOwn(other, fact) ? other[fact] : undefined;
        const both = beside === undefined ? [condition] : [condition, beside];
        return tried(fact, both).some((value) => both.every((each) => holds(each, value)));
      }),
    implies: (one, other) =>
      Object.entries(other).every(([fact, wanted]) => {
        const given = Object.hasOwn(one, fact) ? one[fact] : undefined;
        const both = given === undefined ? [wanted] : [wanted, given];
        const left = tried(fact, both).filter((value) => given === undefined || holds(given, value));
        return left.every((value) => holds(wanted, value));
      }),
  };
}

function valuesOf(kind: FactKind | null, conditions: readonly Condition[]): (string | null)[] {
  if (kind?.kind === 'values') return [...kind.values, null];
  const named = conditions.flatMap((condition) => ('oneOf' in condition ? condition.oneOf : []));
  const numbers = conditions.flatMap((condition) => ('number' in condition ? [condition.number] : []));
  const beside = [0, ...numbers].flatMap((number) => [number - 1, number, number + 1]).map(String);
  return [...named, ...beside, 'some other value', null];
}
