import { commandsOf } from '../../workflow/offers.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import type { Command } from '../commands/command.ts';
import { discuss } from '../commands/discuss.ts';
import { commands } from '../commands/index.ts';
import { proposeTalk } from '../commands/propose-talk.ts';
import { everybody, stepsOf, verbOf } from './verb.ts';

/** All that may be commanded on a ticket of this process: what every ticket knows, and the verbs of its own. */
export function commandsOn(workflow: Workflow | null): readonly Command[] {
  if (workflow === null) return commands;
  const known = commands.map((command) => (command === discuss ? discussOn(workflow) : command));
  const own = commandsOf(workflow).filter((name) => !commands.some((command) => command.name === name));
  return [...known, ...own.map((name) => verbOn(workflow, name))];
}

/** Where its process has a step for it, that says who may. */
const discussOn = (workflow: Workflow): Command =>
  stepsOf(workflow, discuss.name).length === 0 ? discuss : { ...discuss, roles: everybody };

/** One that asks people to a talk proposes its times as `discuss` does. */
function verbOn(workflow: Workflow, name: string): Command {
  const { isVerb: _isVerb, ...verb } = verbOf(workflow, name);
  const asks = stepsOf(workflow, name).flatMap((step) => step.asks);
  if (!asks.some((ask) => workflow.asks[ask]?.about === 'invitation')) return { ...verb, isVerb: true };
  const args = [discuss.args, verb.args].filter((part) => part !== '').join(' ');
  return { ...verb, args, class: discuss.class, inTitle: false, perform: (words, scene) => proposeTalk(name, words, scene) };
}
