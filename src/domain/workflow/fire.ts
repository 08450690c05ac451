import { nothingDone } from './does.ts';
import { type Lack, type Look, lackingOf, withValues } from './guard.ts';
import type { Moved, NotMoved } from './moved.ts';
import type { Standing } from './standing.ts';
import { endOf, followEnters, takeStep } from './walk.ts';
import { mayTake, type Who } from './who.ts';
import type { Step, Trigger, Workflow } from './workflow.ts';

/** What came with it, for a step that would take it: values by field. They count for what the step needs. */
export type Collect = (step: Step) => Readonly<Record<string, string>>;

/**
 * What a trigger comes to: the first step of the file that it fires from here, that is theirs and whose conditions hold; then
 * those that the new state takes by itself. Of a command, `word` is its first word.
 */
export function fire(
  workflow: Workflow,
  at: Standing,
  trigger: Trigger,
  who: Who,
  look: Look,
  collect: Collect = () => ({}),
): Moved | NotMoved {
  const fired = workflow.steps.filter((step) => fires(step.trigger, trigger));
  const here = fired.filter(({ from }) => from.includes(at.state));
  if (here.length === 0) return { kind: 'not-here', from: unique(fired.flatMap(({ from }) => from)) };
  const theirs = here.filter((step) => mayTake(workflow, step, who));
  if (theirs.length === 0) return { kind: 'not-yours', by: unique(here.flatMap(({ by }) => by)) };
  const lacksOf = (step: Step) => lackingOf(step.needs, withValues(look, collect(step)));
  const step = theirs.find((one) => lacksOf(one).length === 0);
  if (step === undefined) return { kind: 'lacking', lacks: fewest(theirs.map(lacksOf)) };
  const collected = collect(step);
  const wants = step.collects.filter(({ field, optional }) => !optional && !(field in collected)).map(({ field }) => field);
  if (wants.length > 0) return { kind: 'wanting', step, wants };
  const begun = { place: at, steps: [], done: { ...nothingDone, sets: collected }, why: [] };
  const walk = followEnters(workflow, takeStep(begun, step, look), look);
  return endOf(workflow, at, walk, 'ask' in trigger ? trigger.ask : null);
}

/** What a ticket does by itself where it stands, after something on it changed; null: nothing. */
export function settle(workflow: Workflow, at: Standing, look: Look): Moved | null {
  const walk = followEnters(workflow, { place: at, steps: [], done: nothingDone, why: [] }, look, true);
  return walk.steps.length === 0 ? null : endOf(workflow, at, walk);
}

/** Whether what happened is what a step waits for. */
export function fires(wanted: Trigger, happened: Trigger): boolean {
  if (wanted.kind === 'command' && happened.kind === 'command')
    return wanted.command === happened.command && (wanted.word === null || wanted.word === happened.word);
  return JSON.stringify(Object.entries(wanted).sort()) === JSON.stringify(Object.entries(happened).sort());
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

/** Of several ways that are barred, the one that is nearest to being open. */
const fewest = (ways: readonly Lack[][]): Lack[] => ways.toSorted((one, other) => one.length - other.length)[0] ?? [];
