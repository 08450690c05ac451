import { commands } from '../../decide/commands/index.ts';
import { edits } from '../../nearest.ts';
import type { Check } from './context.ts';
import { stepsOf, warning } from './places.ts';

/** Finds verbs of a process that look like a slip of the pen for a command that every desk has. */
export const nearCommands: Check = (workflow) =>
  stepsOf(workflow).flatMap(({ step: { trigger }, path }) => {
    if (trigger.kind !== 'command' || builtIn.includes(trigger.command) || trigger.command.length < 4) return [];
    const near = builtIn.find((name) => edits(name, trigger.command) === 1);
    const message = `${trigger.command} becomes a command of its own; did you mean \`${near}\`?`;
    return near === undefined ? [] : [warning([...path, 'command'], message)];
  });

const builtIn: readonly string[] = commands.map(({ name }) => name);
