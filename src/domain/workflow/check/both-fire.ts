import { words } from '../words.ts';
import type { Step, Trigger } from '../workflow.ts';
import { type Reasoning, reasoningOn } from './conditions.ts';
import type { Check } from './context.ts';
import type { Finding } from './finding.ts';
import { error, warning } from './places.ts';

/**
 * Finds steps that never fire because an earlier one always does, and steps of which either could: there the order of the
 * file decides, which whoever moves a line may not know. A general step behind a special one is neither.
 */
export const bothFire: Check = (workflow, context) => {
  const reasoning = reasoningOn(workflow, context);
  return workflow.steps.flatMap((step, at) => {
    const found = workflow.steps.slice(0, at).flatMap((earlier) => judge(earlier, step, at, reasoning));
    return found
      .filter(({ weight }) => weight === 'error')
      .slice(0, 1)
      .concat(found)
      .slice(0, 1);
  });
};

function judge(earlier: Step, step: Step, at: number, { agree, implies }: Reasoning): Finding[] {
  const shared = step.from.filter((state) => earlier.from.includes(state));
  const isSame = meets(earlier.trigger, step.trigger) && shared.length > 0 && meetsBy(earlier.by, step.by);
  if (!isSame || !agree(earlier.needs, step.needs)) return [];
  const where = shared.length === step.from.length ? '' : ` in ${shared.join(', ')}`;
  const said = `${words.trigger(earlier.trigger)} in line ${earlier.line}`;
  const isCovered = covers(earlier, step) && implies(step.needs, earlier.needs);
  if (isCovered)
    return [(where === '' ? error : warning)(['steps', at], `this never happens${where}: ${said} always comes before it`)];
  const isFallback = covers(step, earlier) && implies(earlier.needs, step.needs);
  if (isFallback) return [];
  return [
    warning(
      ['steps', at],
      `either this or ${said} could happen${where}; the first in the file does. Expected needs that exclude each other`,
    ),
  ];
}

/** Whether whatever fires the other fires the one, and whoever may take that may take this. */
const covers = (one: Step, other: Step): boolean =>
  (one.trigger.kind !== 'command' || one.trigger.word === null || wordOf(other.trigger) === one.trigger.word) &&
  (one.by.length === 0 || (other.by.length > 0 && other.by.every((who) => one.by.includes(who))));

const wordOf = (trigger: Trigger): string | null => (trigger.kind === 'command' ? trigger.word : null);

/** Whether one and the same thing could fire both. */
function meets(one: Trigger, other: Trigger): boolean {
  if (one.kind === 'command' && other.kind === 'command')
    return one.command === other.command && (one.word === null || other.word === null || one.word === other.word);
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}

const meetsBy = (one: Step['by'], other: Step['by']): boolean =>
  one.length === 0 || other.length === 0 || one.some((who) => other.includes(who));
