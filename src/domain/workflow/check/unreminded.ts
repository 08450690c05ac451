import type { Party } from '../../ticket.ts';
import type { Step, Workflow } from '../workflow.ts';
import type { Check } from './context.ts';
import { reachedFrom, stepsFrom } from './open-asks.ts';
import { error, warning } from './places.ts';

/** Finds states in which a ticket could lie for ever, for nothing would ever remind anybody of it. */
export const unreminded: Check = (workflow) =>
  [...reachedFrom(workflow)].flatMap(([state, open]) => {
    const plan = Object.hasOwn(workflow.states, state) ? workflow.states[state] : undefined;
    if (plan === undefined || plan.clock !== null) return [];
    const asks = [...open].flatMap((ask) => workflow.asks[ask] ?? []);
    if (asks.some(({ remind, expires }) => remind.length > 0 || expires !== null)) return [];
    if (stepsFrom(workflow, state).some(({ trigger }) => byItself.includes(trigger.kind))) return [];
    return [told(workflow, state, plan.waitsFor)];
  });

const byItself: readonly Step['trigger']['kind'][] = ['after', 'quiet', 'enter', 'breached', 'silent', 'expired'];

function told({ steps }: Workflow, state: string, waitsFor: Party): ReturnType<typeof error> {
  const at = ['states', state, 'waits_for'];
  if (waitsFor === 'nobody')
    return error(at, `nobody is waited for in ${state}, and nothing leads on by itself; expected a step by after: or event:`);
  const isOutside = waitsFor === 'customer' || waitsFor === 'provider' || waitsFor === 'operator';
  const message = `nothing reminds anybody while ${state} waits for ${waitsFor}: no clock, no ask with remind:, no step by quiet: or after:`;
  return isOutside && steps.length > 0 ? error(at, message) : warning(at, message);
}
