import { listed, type Part, type Saying, say } from '../../saying.ts';
import type { Role } from '../../settings.ts';
import { stateLabel } from '../../workflow/process-words.ts';
import { closed, type Step, type Workflow } from '../../workflow/workflow.ts';
import { type Command, insiders } from '../commands/command.ts';
import { kinQuery } from '../kin-of.ts';
import { takeVerb } from './take-step.ts';

/** The command that a process makes of the steps of one verb. */
export function verbOf(workflow: Workflow, name: string): Command {
  const steps = stepsOf(workflow, name);
  const isHard = steps.some(
    (step) => hardSteps.includes(name) || (step.to.kind === 'state' && step.to.state === closed) || asksApproval(workflow, step),
  );
  return {
    name,
    translations: { es: [], de: [], fr: [], pt: [], ...workflow.typed?.verbs[name] },
    args: argsOf(steps),
    roles: everybody,
    class: isHard ? 'C4' : 'C3',
    help: helpOf(workflow, name, steps),
    inTitle: !isHard && steps.every(({ collects }) => collects.length === 0),
    isVerb: true,
    ...(steps.some(({ tells }) => tells.some(({ to }) => to === 'waiting')) ? { reads: kinQuery('hanging') } : {}),
    fits: ({ state }) => steps.some(({ from }) => from.includes(state)),
    perform: (words, scene) => takeVerb(name, words, scene),
  };
}

/** Those that a command may fire, in the order of the file. */
export const stepsOf = ({ steps }: Pick<Workflow, 'steps'>, command: string): Step[] =>
  steps.filter(({ trigger }) => trigger.kind === 'command' && trigger.command === command);

export const everybody: readonly Role[] = [...insiders, 'operator'];

/** Ends, and what goes out for good. */
const hardSteps: readonly string[] = ['release', 'resolve', 'close'];

/** A yes to it is an approval (C5). */
const asksApproval = ({ asks }: Workflow, step: Step): boolean =>
  step.asks.some((ask) => asks[ask]?.answers.some((answer) => answer === 'approve' || answer === 'validate'));

/** What the language files say of it, and where it leads from where. */
function helpOf({ name: process }: Workflow, verb: string, steps: readonly Step[]): Saying {
  const states = (names: readonly string[]): Part => listed([...new Set(names)].map((state) => stateLabel(process, state)));
  const from = states(steps.flatMap((step) => step.from));
  const to = steps.flatMap((step) => (step.to.kind === 'state' ? [step.to.state] : []));
  const help: Part = { label: `verbs.${verb}.help`, process };
  return listed([help, to.length === 0 ? say`(${from})` : say`(${from} → ${states(to)})`], ' ');
}

/** `low|medium|high`, then what must come along, then what may. */
function argsOf(steps: readonly Step[]): string {
  const words = steps.flatMap(({ trigger }) => (trigger.kind === 'command' && trigger.word !== null ? [trigger.word] : []));
  const all = steps.flatMap(({ collects }) => collects);
  const names = [...new Set(all.map(({ field }) => field))];
  const args = names.map((field) => {
    const isOptional = all.some((one) => one.field === field && one.optional) || steps.length > 1;
    return isOptional ? `[${field.toUpperCase()}]` : field.toUpperCase();
  });
  return [...(words.length === 0 ? [] : [[...new Set(words)].join('|')]), ...args].join(' ');
}
