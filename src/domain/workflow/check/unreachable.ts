import type { Check } from './context.ts';
import { reachedFrom } from './open-asks.ts';
import { error } from './places.ts';

/** Finds states that no ticket ever comes to. */
export const unreachable: Check = (workflow) => {
  const reached = reachedFrom(workflow);
  return Object.keys(workflow.states)
    .filter((state) => !reached.has(state))
    .map((state) => ({
      ...error(['states', state], `no entry and no step leads to ${state}; lead one there, or leave it out`),
      isAboutKey: true,
    }));
};
