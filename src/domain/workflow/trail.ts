import { isApart } from './state-plan.ts';

/**
 * The states a ticket came by, after it went from one to another: that one is the latest, none stands there twice, and never
 * the one it is in. So a step `back` from any state leads to where the ticket came from. Where it is closed or
 * paused it is in no step of its process: nothing leads back there.
 */
export function trailAfter(trail: readonly string[], from: string, to: string): readonly string[] {
  if (from === to) return trail;
  const stood = trail.indexOf(to);
  const kept = (stood < 0 ? trail : trail.slice(0, stood)).filter((state) => state !== from);
  return isApart(from) ? kept : [...kept, from];
}

/** One step back: the state before, and the trail that led there; null where it began here. */
export function oneBack(trail: readonly string[]): { state: string; trail: readonly string[] } | null {
  const state = trail.at(-1);
  return state === undefined ? null : { state, trail: trail.slice(0, -1) };
}
