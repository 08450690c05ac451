import { type Look, lackingOf } from './guard.ts';
import { mayTake, type Who } from './who.ts';
import type { Step, Workflow } from './workflow.ts';

/** A step by command. `wants`: fields that must come with it. */
export type Offer = { step: Step; command: string; word: string | null; wants: readonly string[] };

/** What this person may command here now, in the order of the file, each once. */
export function offersFor(workflow: Workflow, state: string, who: Who, look: Look): Offer[] {
  const open = workflow.steps
    .filter(({ from }) => from.includes(state))
    .filter((step) => mayTake(workflow, step, who) && lackingOf(step.needs, look).length === 0);
  return unique(open.flatMap(offerOf));
}

/** The commands that the steps of a process name, each once, in the order of the file. */
export const commandsOf = ({ steps }: Pick<Workflow, 'steps'>): string[] => [
  ...new Set(steps.flatMap(({ trigger }) => (trigger.kind === 'command' ? [trigger.command] : []))),
];

function offerOf(step: Step): Offer[] {
  if (step.trigger.kind !== 'command') return [];
  const wants = step.collects.filter(({ optional }) => !optional).map(({ field }) => field);
  return [{ step, command: step.trigger.command, word: step.trigger.word, wants }];
}

const unique = (offers: readonly Offer[]): Offer[] =>
  offers.filter(
    ({ command, word }, at) => offers.findIndex((one) => one.command === command && (one.word ?? word) === word) === at,
  );
