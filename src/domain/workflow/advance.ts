import { type Brought, nothingBrought } from '../answer/flow/telling.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Saying } from '../saying.ts';
import { type Advanced as AdvancedOne, advancedOne, advanceOne, type Happening } from './advance-one.ts';
import { type Accompanied, goAlong } from './along.ts';
import type { Cause } from './enact.ts';
import type { Moved, NotMoved } from './moved.ts';

/** `noticed`: for those inside, of tickets that could not go along. */
export type Advanced = AdvancedOne & { noticed: readonly Saying[] };

/** Fires what happened on a ticket, and carries out what it comes to, there and on those that its offer is for as well. */
export function advance(desk: Accompanied, scene: TicketScene, happening: Happening): Advanced | NotMoved {
  const done = advanceOne(desk, scene, happening);
  return done.kind === 'advanced' ? withOthers(desk, scene, done, happening.actor) : done;
}

/** What a move comes to, as effects, there and on those that its offer is for as well. */
export const advanced = (
  desk: Accompanied,
  scene: TicketScene,
  moved: Moved,
  actor: Cause['actor'],
  brought: Brought = nothingBrought,
): Advanced => withOthers(desk, scene, advancedOne(desk, scene, moved, actor, brought), actor);

function withOthers(desk: Accompanied, scene: TicketScene, done: AdvancedOne, actor: Cause['actor']): Advanced {
  const along = goAlong(desk, scene, done.moved, actor, done.effects);
  return {
    ...done,
    effects: [...done.effects, ...along.effects],
    back: [...done.back, ...along.back],
    noticed: along.noticed,
  };
}
