import type { Workflow } from '../workflow.ts';
import type { Check } from './context.ts';
import { reachedFrom } from './open-asks.ts';
import { error, stepsOf, warning } from './places.ts';

/** Finds steps that wait for an answer where nobody was asked. */
export const unasked: Check = (workflow) => {
  const reached = reachedFrom(workflow);
  return stepsOf(workflow).flatMap(({ step: { trigger, from }, path }) => {
    if (!('ask' in trigger)) return [];
    const here = from.filter((state) => reached.has(state));
    const silent = here.filter((state) => !reached.get(state)?.has(trigger.ask));
    if (silent.length === 0) return [];
    const message = `nobody was asked ${trigger.ask} in ${silent.join(', ')}: no step on the way there asks it`;
    if (silent.length === here.length) return [error([...path, trigger.kind], message)];
    return isSweeping(workflow, from) ? [] : [warning([...path, 'from'], message)];
  });
};

/** A whole group, or every state: meant for wherever it fits. */
function isSweeping({ states }: Workflow, from: readonly string[]): boolean {
  const groups = from.map((state) => states[state]?.group ?? null);
  const isGroup = groups.every((group) => group !== null && group === groups[0]);
  const members = Object.values(states).filter(({ group }) => group === groups[0]).length;
  return from.length > 1 && ((isGroup && members === from.length) || from.length === Object.keys(states).length);
}
