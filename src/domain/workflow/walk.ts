import { type Done, doneBy } from './does.ts';
import { type Look, lackingOf, withValues } from './guard.ts';
import type { Moved } from './moved.ts';
import type { Standing } from './standing.ts';
import { planOf } from './state-plan.ts';
import { oneBack, trailAfter } from './trail.ts';
import { withdrawnAt } from './withdrawn.ts';
import { words } from './words.ts';
import type { Step, Workflow } from './workflow.ts';

type Place = Pick<Standing, 'state' | 'trail'>;

/** A ticket on its way: where it is by now, and what was done. */
export type Walk = { place: Place; steps: readonly Step[]; done: Done; why: readonly string[] };

/** More steps than any process takes at once: no file that was checked comes near it. */
const most = 20;

/** Takes one step, whether or not it may be taken. */
export function takeStep(walk: Walk, step: Step, look: Look): Walk {
  const place = placeAfter(walk.place, step.to);
  const why = `${words.trigger(step.trigger)}: ${words.move(walk.place.state, place.state)}${words.held(step.needs)}`;
  return { place, steps: [...walk.steps, step], done: doneBy(walk.done, step, look), why: [...walk.why, why] };
}

/** Where a move leads from a place; back from where everything began, nowhere. */
export function placeAfter({ state, trail }: Place, to: Step['to']): Place {
  if (to.kind === 'back') return oneBack(trail) ?? { state, trail };
  if (to.kind === 'same') return { state, trail };
  return { state: to.state, trail: trailAfter(trail, state, to.state) };
}

/** Follows the steps that a state takes by itself, each once, until none of them holds. `onlyMoving`: nobody came anew. */
export function followEnters(workflow: Workflow, walk: Walk, look: Look, onlyMoving = false): Walk {
  const now = withValues(look, walk.done.sets);
  const next = workflow.steps.find(
    (step) =>
      step.trigger.kind === 'enter' &&
      step.from.includes(walk.place.state) &&
      !walk.steps.includes(step) &&
      !(onlyMoving && step.to.kind === 'same') &&
      lackingOf(step.needs, now).length === 0,
  );
  if (next === undefined || walk.steps.length >= most) return walk;
  return followEnters(workflow, takeStep(walk, next, look), look);
}

/** What all of it comes to. `settled`: an ask that is answered by it, and so no longer open. */
export function endOf(workflow: Workflow, was: Standing, walk: Walk, settled: string | null = null): Moved {
  const { place, steps, done, why } = walk;
  const plan = planOf(workflow, place.state);
  const hasMoved = place.state !== was.state;
  const open = was.open.filter((ask) => ask !== settled);
  const again = open.filter((ask) => done.asks.includes(ask));
  const left = hasMoved ? withdrawnAt(workflow, place.state, open) : [];
  return {
    kind: 'moved',
    ...{ steps, why, state: place.state, trail: place.trail, stage: plan.stage },
    waitsFor: hasMoved ? plan.waitsFor : was.waitsFor,
    ...{ sets: done.sets, tells: done.tells, asks: done.asks, charges: done.charges },
    withdraws: [...new Set([...again, ...left])],
  };
}
