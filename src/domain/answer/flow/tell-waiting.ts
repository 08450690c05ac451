import type { Facts, TicketScene } from '../../decide/facts.ts';
import type { Effect } from '../../effect.ts';
import type { Actor } from '../../ticket.ts';
import type { Moved } from '../../workflow/moved.ts';
import { hangingScenes, type Notices } from '../tell-hanging.ts';
import { tellStep } from './tell-step.ts';

/**
 * What a step on a root cause says to everybody who waits for it: one notice on each open ticket that hangs there, under its
 * own number, with the values of the cause: its version, its solution.
 *
 * @param cause the ticket of the root cause, as the step left it
 */
export function tellWaiting(facts: Facts, cause: TicketScene, by: Actor, moves: readonly Moved[]): Notices {
  const effects = moves.flatMap((moved) => {
    const tells = moved.tells.filter(({ to }) => to === 'waiting').map((tell) => ({ ...tell, to: 'customer' as const }));
    return tells.length === 0
      ? []
      : hangingScenes(facts).flatMap((scene) => notice(facts, cause, by, { ...moved, tells, asks: [] }, scene));
  });
  return { effects, back: [] };
}

function notice(facts: Facts, cause: TicketScene, by: Actor, moved: Moved, waiting: TicketScene): Effect[] {
  const { ticket } = waiting;
  const isSame = waiting.workflow.name === cause.workflow.name;
  const { state, stage } = isSame ? ticket : cause.ticket;
  const scene = {
    ...{ ...waiting, workflow: cause.workflow },
    ticket: { ...ticket, state, stage, fields: { ...ticket.fields, ...cause.ticket.fields } },
  };
  const told = tellStep({ ...facts, scene, was: ticket, by, moved, asks: [], mail: null, text: '', words: null });
  const data = { master: cause.ticket.number, closed: cause.ticket.state === 'closed' };
  return [...told.effects, { act: 'journal', ticket: ticket.number, actor: by, event: 'told-of-master', data }];
}
