import { holds } from '../guard.ts';
import type { Guard, Step, Workflow } from '../workflow.ts';
import { reasoningOn } from './conditions.ts';
import type { Check, Context } from './context.ts';
import { error, targetsOf } from './places.ts';

/** Finds states that send a ticket round and round by themselves. */
export const enterLoops: Check = (workflow, context) => {
  const found = new Map<Step, string>();
  for (const state of Object.keys(workflow.states))
    for (const round of roundsFrom(workflow, state, state, [])) {
      const [first] = round;
      const isNew = !round.some(({ step }) => found.has(step));
      if (
        first &&
        isNew &&
        goesRound(
          round.map(({ step }) => step),
          workflow,
          context,
        )
      )
        found.set(first.step, [...round.map(({ from }) => from), state].join(' → '));
    }
  return [...found].map(([step, way]) =>
    error(['steps', workflow.steps.indexOf(step)], `this goes round by itself without end: ${way}; expected needs that end it`),
  );
};

type Leg = { step: Step; from: string };

/** Every way from a state back to it by steps that happen at once; no state twice. */
function roundsFrom(workflow: Workflow, start: string, at: string, legs: readonly Leg[]): Leg[][] {
  const moving = workflow.steps.filter(
    ({ trigger, from, to }) => trigger.kind === 'enter' && to.kind !== 'same' && from.includes(at),
  );
  return moving.flatMap((step) =>
    targetsOf(workflow, step, at).flatMap((target) => {
      const way = [...legs, { step, from: at }];
      if (target === start) return [way];
      const isOld = way.some(({ from }) => from === target) || way.length >= 8;
      return isOld ? [] : roundsFrom(workflow, start, target, way);
    }),
  );
}

/** Whether all steps of a round can hold one after the other, twice: what one sets counts for the next. */
function goesRound(round: readonly Step[], workflow: Workflow, context: Context): boolean {
  const { agree } = reasoningOn(workflow, context);
  const set = new Map<string, string | null>();
  const known: Guard[] = [];
  return [...round, ...round].every(({ needs, sets }) => {
    const free = Object.fromEntries(Object.entries(needs).filter(([fact]) => !set.has(fact)));
    const isBarred = Object.entries(needs).some(([fact, condition]) => set.has(fact) && !holds(condition, set.get(fact) ?? null));
    if (isBarred || !known.every((earlier) => agree(free, earlier))) return false;
    known.push(free);
    for (const [field, value] of Object.entries(sets)) if (typeof value !== 'object' || value === null) set.set(field, value);
    return true;
  });
}
