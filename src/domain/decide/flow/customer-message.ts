import type { Brought } from '../../answer/flow/telling.ts';
import type { Effect } from '../../effect.ts';
import type { Actor, Ticket } from '../../ticket.ts';
import { advance, advanced } from '../../workflow/advance.ts';
import { common } from '../../workflow/common.ts';
import { standingOf } from '../../workflow/place.ts';
import { sidesOf } from '../../workflow/sides-of.ts';
import { closed, type Trigger } from '../../workflow/workflow.ts';
import type { Facts, TicketScene } from '../facts.ts';

/** What a message does to its ticket: how it stands after, and what changes that. */
export type Heard = { ticket: Ticket; effects: readonly Effect[] };

/** A message from outside: opens a closed ticket again, fires a step that waits for it, and is ours to answer. */
export function hearCustomer(facts: Facts, scene: TicketScene): Heard {
  const actor: Actor = { kind: 'contact', address: facts.mail.from.address };
  if (scene.ticket.state === closed) return ours(scene, advanced(facts, scene, reopened(scene), actor, broughtBy(facts)));
  const fired = replyStep(facts, scene, actor);
  return fired ?? ours(scene, { ticket: scene.ticket, effects: [] });
}

const reopened = (scene: TicketScene) => common.reopen(scene.workflow, standingOf(scene), 'reply');

/** It is our turn, whatever the state says of it. */
/** A mail from outside, for those whom its step tells of it. */
export const broughtBy = (mail: Facts): Brought => ({ mail, text: mail.mail.visibleText, words: null });

function ours({ ticket: was }: TicketScene, { ticket, effects }: Heard): Heard {
  const change: Effect = { act: 'change-ticket', ticket: was.number, set: { waitsFor: 'staff' } };
  return ticket.waitsFor === 'staff'
    ? { ticket, effects }
    : { ticket: { ...ticket, waitsFor: 'staff' }, effects: [...effects, change] };
}

/** The first step of the process that a reply of somebody on their side fires here. */
function replyStep(facts: Facts, scene: TicketScene, actor: Actor): Heard | null {
  const { workflow, ticket, participants } = scene;
  const { people, customers } = facts.settings;
  const address = facts.mail.from.address;
  const sides = sidesOf({ kind: 'contact', address }, { ticket, participants, people, customers });
  const triggers = workflow.steps.flatMap(({ trigger }): Trigger[] =>
    trigger.kind === 'reply' && sides.includes(trigger.of) ? [trigger] : [],
  );
  for (const trigger of triggers) {
    const done = advance(facts, scene, { trigger, who: { roles: [], level: null, sides }, actor, brought: broughtBy(facts) });
    if (done.kind !== 'advanced') continue;
    return done.ticket.state === ticket.state ? ours(scene, done) : done;
  }
  return null;
}
