import type { Check } from './context.ts';
import { error, stepsOf, warning } from './places.ts';

/** Finds steps back from where a ticket begins, or begins anew. */
export const backFromNowhere: Check = (workflow) => {
  const begins = new Set(workflow.entries.map(({ state }) => state));
  return stepsOf(workflow).flatMap(({ step: { to, from }, path }) => {
    if (to.kind !== 'back') return [];
    const at = [...path, 'to'];
    const first = from.filter((state) => begins.has(state));
    if (first.length > 0)
      return [error(at, `a ticket can begin in ${first.join(', ')}, and has nothing to go back to there; expected a state`)];
    const again = from.filter((state) => state === workflow.reopens);
    return again.map((state) =>
      warning(at, `a closed ticket is taken up again in ${state}; from there this leads back to closed`),
    );
  });
};
