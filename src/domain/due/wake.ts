import { notifyWoken, type Unasked } from '../answer/notify-woken.ts';
import { beforeHold } from '../decide/commands/hold.ts';
import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import { oneBack } from '../workflow/trail.ts';

/** Takes a paused ticket up again where it was left: its time has come. */
export function wake(desk: Unasked, scene: TicketScene): Effect[] {
  const { ticket } = scene;
  const was = beforeHold(scene);
  const trail = ticket.trail.at(-1) === was.state ? (oneBack(ticket.trail)?.trail ?? []) : ticket.trail;
  const waitsFor = ticket.waitsFor === 'nobody' ? was.waitsFor : ticket.waitsFor;
  const set = { state: was.state, waitsFor, pausedUntil: null, trail };
  return [
    { act: 'change-ticket', ticket: ticket.number, set },
    { act: 'journal', ticket: ticket.number, actor: { kind: 'desk' }, event: 'resumed', data: { to: was.state, by: 'time' } },
    ...notifyWoken(desk, scene, { ...ticket, ...set }),
  ];
}
