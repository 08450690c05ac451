import { closed, type Workflow } from '../workflow.ts';
import type { Check } from './context.ts';
import type { Finding } from './finding.ts';
import { reachedFrom, stepsFrom } from './open-asks.ts';
import { error, targetsOf, warning } from './places.ts';

/** Finds states that nothing leads out of, and those from which no way leads to the end. */
export const deadEnds: Check = (workflow) => {
  if (workflow.steps.length === 0) return []; // just a ticket: whoever works on it closes it
  const reached = [...reachedFrom(workflow).keys()].filter((state) => Object.hasOwn(workflow.states, state));
  const stuck = reached.filter((state) => leadsTo(workflow, state).length === 0);
  const ending = waysToTheEnd(workflow);
  const endless = reached.filter((state) => !ending.has(state) && !stuck.includes(state));
  return [
    ...stuck.map((state) => atKey(error(['states', state], `no step leads on from ${state}; ${example(state)}`))),
    ...endless
      .slice(0, stuck.length === 0 ? 1 : 0)
      .map((state) => atKey(warning(['states', state], `no way leads to closed from ${endless.join(', ')}; ${example(state)}`))),
  ];
};

const atKey = (finding: Finding): Finding => ({ ...finding, isAboutKey: true });

const example = (state: string): string => `for one that ends it: { command: close, from: ${state}, to: closed }`;

/** Other states that steps lead to from one. */
const leadsTo = (workflow: Workflow, state: string): string[] =>
  stepsFrom(workflow, state).flatMap((step) => targetsOf(workflow, step, state).filter((target) => target !== state));

function waysToTheEnd(workflow: Workflow): ReadonlySet<string> {
  const ending = new Set<string>([closed]);
  const next = () =>
    Object.keys(workflow.states).filter(
      (state) => !ending.has(state) && leadsTo(workflow, state).some((target) => ending.has(target)),
    );
  for (let found = next(); found.length > 0; found = next()) for (const state of found) ending.add(state);
  return ending;
}
