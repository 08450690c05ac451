import { commandsOf } from '../../workflow/offers.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { verbOf } from './verb.ts';

/** All that may be commanded on a ticket of this process: what every ticket knows, and the verbs of its own. */
export function commandsOn(workflow: Workflow | null): readonly Command[] {
  if (workflow === null) return commands;
  const own = commandsOf(workflow).filter((name) => !commands.some((command) => command.name === name));
  return own.length === 0 ? commands : [...commands, ...own.map((name) => verbOf(workflow, name))];
}
