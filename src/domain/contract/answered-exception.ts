import type { Effect } from '../effect.ts';
import type { Actor, Ticket } from '../ticket.ts';
import type { Moved } from '../workflow/moved.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Exception } from './exception.ts';

/** The manager's answer to the question for an exception, as a record: for the reason and the extent it was asked for. */
export function answeredException(
  { workflow, ticket, exceptions }: { workflow: Workflow; ticket: Ticket; exceptions: readonly Exception[] },
  { steps: [first] }: Moved,
  actor: Actor,
  now: number,
): Effect[] {
  const trigger = first?.trigger;
  if (trigger?.kind !== 'answer' || workflow.asks[trigger.ask]?.about !== 'exception' || actor.kind !== 'associate') return [];
  const state = states.get(trigger.answer);
  if (state === undefined) return [];
  const asked = exceptions.findLast((one) => one.ticket === ticket.number && one.state === 'open');
  const exception: Exception = {
    ...{ ticket: ticket.number, customer: ticket.customer, state, by: actor.handle, via: 'mail', recordedBy: null },
    ...{ reason: asked?.reason ?? ticket.fields['reason'] ?? '', until: asked?.until ?? null, at: now, evidence: null },
  };
  return [{ act: 'keep-exception', exception }];
}

const states: ReadonlyMap<string, Exception['state']> = new Map([
  ['approve', 'approved'],
  ['decline', 'refused'],
]);
