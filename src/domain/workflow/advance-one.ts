import { tellCalendars } from '../answer/flow/tell-calendars.ts';
import { type Brought, nothingBrought } from '../answer/flow/telling.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Ticket } from '../ticket.ts';
import { changesOf } from './changes-of.ts';
import { type Cause, type Enacting, enact } from './enact.ts';
import { fire } from './fire.ts';
import type { Moved, NotMoved } from './moved.ts';
import { lookAt, standingOf } from './place.ts';
import { paused } from './state-plan.ts';
import { oneBack } from './trail.ts';
import type { Who } from './who.ts';
import type { Trigger } from './workflow.ts';

/** What happened on a ticket that nobody of us commanded: an answer, a reply, time, an event. */
export type Happening = {
  trigger: Trigger;
  who: Who;
  actor: Cause['actor'];
  /** Values that came with it. */
  given?: Readonly<Record<string, string>>;
  /** The mail that it came with. */
  brought?: Brought;
};

/** `effects` change the ticket too; `ticket` is what it is then. `back` takes back what is neither mail nor value of the ticket. */
export type Advanced = {
  kind: 'advanced';
  ticket: Ticket;
  moved: Moved;
  effects: readonly Effect[];
  back: readonly Effect[];
};

/** Fires what happened, and carries out what it comes to on this one ticket. A paused one is taken up again where it was left. */
export function advanceOne(
  desk: Enacting,
  scene: TicketScene,
  { trigger, who, actor, given = {}, brought = nothingBrought }: Happening,
): Advanced | NotMoved {
  const at = { ...scene, ticket: takenUp(scene.ticket) };
  const moved = fire(at.workflow, standingOf(at), trigger, who, lookAt(at, desk.now), () => given);
  return moved.kind === 'moved' ? advancedOne(desk, scene, moved, actor, brought) : moved;
}

/** What a move comes to on that ticket, as effects. */
export function advancedOne(
  desk: Enacting,
  scene: TicketScene,
  moved: Moved,
  actor: Cause['actor'],
  brought: Brought = nothingBrought,
): Advanced {
  const was = scene.ticket;
  const set = changesOf(was, moved, desk.now);
  const ticket = { ...was, ...set };
  const after = { ...scene, ticket };
  const { effects, told, calendars, back } = enact(desk, after, moved, { actor, was, ...brought });
  const others = tellCalendars({ ...desk, scene: after, was, by: actor }, calendars);
  const change: Effect[] = Object.keys(set).length === 0 ? [] : [{ act: 'change-ticket', ticket: was.number, set }];
  return { kind: 'advanced', ticket, moved, effects: [...change, ...effects, ...told, ...others], back };
}

/** As it was before it was paused. */
function takenUp(ticket: Ticket): Ticket {
  const before = ticket.state === paused ? oneBack(ticket.trail) : null;
  return before === null ? ticket : { ...ticket, ...before };
}
