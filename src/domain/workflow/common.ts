import { nothingDone } from './does.ts';
import type { Moved } from './moved.ts';
import type { Standing } from './standing.ts';
import { endOf, placeAfter } from './walk.ts';
import { words } from './words.ts';
import { closed, type Workflow } from './workflow.ts';

/** What every process can do from any state: end, wait, go on. `by`: the command or event, for the journal. */
export const common = {
  /** All that was asked is withdrawn. */
  close: (workflow: Workflow, at: Standing, by: string): Moved => straight(workflow, at, closed, by),

  /** Where a closed ticket is taken up again: where the process says, else where it was. */
  reopen: (workflow: Workflow, at: Standing, by: string): Moved =>
    straight(workflow, at, workflow.reopens ?? at.trail.at(-1) ?? first(workflow), by),
};

/** Past all steps: nothing is set, told or asked. */
function straight(workflow: Workflow, at: Standing, state: string, by: string): Moved {
  const place = placeAfter(at, { kind: 'state', state });
  return endOf(workflow, at, { place, steps: [], done: nothingDone, why: [`${by}: ${words.move(at.state, state)}`] });
}

const first = ({ entries }: Workflow): string => entries.at(-1)?.state ?? 'raised';
