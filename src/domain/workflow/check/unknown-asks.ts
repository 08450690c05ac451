import type { Trigger, Workflow } from '../workflow.ts';
import type { Finding } from './finding.ts';
import { noSuch } from './no-such.ts';
import { deedsOf, error, stepsOf } from './places.ts';

/** Finds asks and answers that are not declared, and waits for what an ask never does. */
export function unknownAsks(workflow: Workflow): Finding[] {
  const names = Object.keys(workflow.asks);
  const put = deedsOf(workflow).flatMap(({ deed, path }) =>
    deed.asks.flatMap((ask, at) => (names.includes(ask) ? [] : [error([...path, 'asks', at], noSuch('ask', ask, names))])),
  );
  return [...put, ...stepsOf(workflow).flatMap(({ step, path }) => awaited(step.trigger, path, workflow))];
}

function awaited(trigger: Trigger, path: Finding['path'], { asks }: Workflow): Finding[] {
  if (!('ask' in trigger)) return [];
  const at = [...path, trigger.kind];
  const plan = Object.hasOwn(asks, trigger.ask) ? asks[trigger.ask] : undefined;
  if (plan === undefined) return [error(at, noSuch('ask', trigger.ask, Object.keys(asks)))];
  if (trigger.kind === 'answer' && !plan.answers.includes(trigger.answer))
    return [error([...at, trigger.ask], noSuch(`answer to ${trigger.ask}`, trigger.answer, plan.answers))];
  if (trigger.kind === 'silent' && plan.remind.length === 0)
    return [error(at, `${trigger.ask} reminds nobody, so nothing says when it was silent long enough; give it remind:`)];
  if (trigger.kind === 'expired' && plan.expires === null) return [error(at, `${trigger.ask} never expires; give it expires:`)];
  return [];
}
