import { doneBy, nothingDone } from './does.ts';
import { type Look, lackingOf } from './guard.ts';
import type { Moved } from './moved.ts';
import { endOf, followEnters } from './walk.ts';
import type { Workflow } from './workflow.ts';

/**
 * Where a new ticket begins: the first entry that holds, and the steps that follow at once.
 *
 * @throws {Error} where no entry holds; a checked file has one that needs nothing
 */
export function begin(workflow: Workflow, look: Look): Moved {
  const entry = workflow.entries.find(({ needs }) => lackingOf(needs, look).length === 0);
  if (entry === undefined) throw new Error(`workflow ${workflow.name}: no entry holds`);
  const place = { state: entry.state, trail: [] };
  const begun = { place, steps: [], done: doneBy(nothingDone, entry, look), why: [`begins in ${entry.state}`] };
  const walk = followEnters(workflow, begun, look);
  return endOf(workflow, { state: '', trail: [], waitsFor: 'staff', open: [] }, walk);
}
