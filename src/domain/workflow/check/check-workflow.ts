import type { Workflow } from '../workflow.ts';
import { backFromNowhere } from './back-from-nowhere.ts';
import { bothFire } from './both-fire.ts';
import type { Check, Context } from './context.ts';
import { datesAndWaits } from './dates-and-waits.ts';
import { deadEnds } from './dead-ends.ts';
import { enterLoops } from './enter-loops.ts';
import { entriesInOrder } from './entries.ts';
import type { Finding } from './finding.ts';
import { nearCommands } from './near-commands.ts';
import { neverHolds } from './never-holds.ts';
import { nobodyTakes } from './nobody-takes.ts';
import { setValues } from './set-values.ts';
import { unanswered } from './unanswered.ts';
import { unasked } from './unasked.ts';
import { unknownAsks } from './unknown-asks.ts';
import { unknownClocks } from './unknown-clocks.ts';
import { unknownFacts } from './unknown-facts.ts';
import { unknownGroups } from './unknown-groups.ts';
import { unknownStates } from './unknown-states.ts';
import { unreachable } from './unreachable.ts';
import { unreminded } from './unreminded.ts';

/** Names that stand for nothing. */
const ofNames: readonly Check[] = [
  ...[
    unknownStates,
    unknownAsks,
    unknownFacts,
    setValues,
    datesAndWaits,
    unknownClocks,
    unknownGroups,
    nobodyTakes,
    nearCommands,
  ],
];

/** What follows from the steps: it would be guesswork while names are wrong. */
const ofWays: readonly Check[] = [
  ...[neverHolds, entriesInOrder, unreachable, deadEnds, unreminded, unasked, unanswered, bothFire, enterLoops, backFromNowhere],
];

/**
 * Everything that is wrong with a process, and everything in it that looks like a slip.
 *
 * @param isNamedRight whether what was found so far lets its ways be judged
 */
export function checkWorkflow(workflow: Workflow, context: Context, isNamedRight = true): Finding[] {
  const found = ofNames.flatMap((check) => check(workflow, context));
  const isRight = isNamedRight && found.every(({ weight }) => weight !== 'error');
  return isRight ? [...found, ...ofWays.flatMap((check) => check(workflow, context))] : found;
}
