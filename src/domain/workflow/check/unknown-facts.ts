import { likely } from '../../likely.ts';
import type { Condition, Workflow } from '../workflow.ts';
import { type Context, factKind, knownFacts } from './context.ts';
import type { FactKind } from './fact-names.ts';
import type { Finding } from './finding.ts';
import { error, guardsOf } from './places.ts';

/** Finds conditions on what no ticket has, and values that a fact can never take. */
export function unknownFacts(workflow: Workflow, context: Context): Finding[] {
  return guardsOf(workflow).flatMap(({ guard, path }) =>
    Object.entries(guard).flatMap(([fact, condition]): Finding[] => {
      const at = [...path, fact];
      const kind = factKind(fact, workflow, context);
      if (kind !== null) return misfits(fact, condition, kind).map((message) => error(at, message));
      return [{ ...error(at, noSuchFact(fact, knownFacts(workflow, context))), isAboutKey: true }];
    }),
  );
}

function noSuchFact(fact: string, known: readonly string[]): string {
  const meant = likely(fact, known);
  const what = `nothing declares, collects or sets a field ${JSON.stringify(fact)}, and no ticket has such a fact`;
  return meant === null ? what : `${what}; did you mean \`${meant}\`?`;
}

function misfits(fact: string, condition: Condition, kind: FactKind): string[] {
  const isCompared = condition.kind === 'at-least' || condition.kind === 'at-most';
  if (isCompared && kind.kind === 'values') return [`${fact} is no number, but one of ${kind.values.join(', ')}`];
  if (!('oneOf' in condition) || kind.kind !== 'values') return [];
  return condition.oneOf
    .filter((value) => value !== 'none' && !kind.values.includes(value))
    .map((value) => neverIs(fact, value, kind.values));
}

function neverIs(fact: string, value: string, values: readonly string[]): string {
  const meant = likely(value, values);
  return `${fact} is never ${JSON.stringify(value)}${meant === null ? `; it can be ${values.join(', ')}` : `, did you mean \`${meant}\`?`}`;
}
